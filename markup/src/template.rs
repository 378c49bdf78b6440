//! The template of a markup, and the code that fills its holes.
//!
//! A template is a text. Each of its parts starts with one of the marks below, which no other text has in it, and goes
//! on to the next mark. `<p class="says" id={id}>{ "On " }{ day }</p>` is, with the marks as capital letters,
//!
//! ```text
//! O p  A class  V says  A id  H  T On␣  H  C
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Error, LitStr, Result};

use crate::tree::{Attribute, Element, For, If, Node, Value};

/// Opens the element of that name; without a name it opens a fragment.
const OPEN: char = '\u{1}';
/// The element has an attribute of that name. Its value follows, as a text or a hole.
const ATTRIBUTE: char = '\u{2}';
/// The attribute's value.
const VALUE: char = '\u{3}';
/// What fills the next hole goes here.
const HOLE: char = '\u{4}';
/// A text among the children.
const TEXT: char = '\u{5}';
/// Ends the element.
const CLOSE: char = '\u{6}';

/// Attributes that are there or not; those among HTML's that the app may come to use.
const FLAGS: [&str; 9] =
    ["autofocus", "disabled", "hidden", "inert", "multiple", "open", "readonly", "required", "selected"];

/// The expression of type `Html` that the nodes come to.
pub(crate) fn html(nodes: &[Node]) -> Result<TokenStream> {
    match nodes {
        [] => Ok(quote!(crate::markup::nothing())),
        [Node::Content(expression)] => Ok(quote!(crate::markup::Content::into_html(#expression))),
        [Node::Component(inside)] => Ok(quote!(::yew::html! { <#inside /> })),
        [Node::If(choice)] => either(choice),
        [Node::For(list)] => each(list),
        nodes => filled(nodes),
    }
}

fn either(If { condition, then, otherwise }: &If) -> Result<TokenStream> {
    let (then, otherwise) = (html(then)?, html(otherwise)?);
    Ok(quote!(if #condition { #then } else { #otherwise }))
}

fn each(For { one, all, body }: &For) -> Result<TokenStream> {
    let body = html(body)?;
    let list = Ident::new("list", Span::mixed_site());
    Ok(quote!({
        let mut #list = ::std::vec::Vec::<::yew::Html>::new();
        for #one in #all {
            #list.push(#body);
        }
        crate::markup::Content::into_html(#list)
    }))
}

/// The nodes as a template with its holes filled.
fn filled(nodes: &[Node]) -> Result<TokenStream> {
    let mut template =
        Template { text: String::new(), holes: Ident::new("holes", Span::mixed_site()), fills: Vec::new() };
    for node in nodes {
        template.node(node)?;
    }
    let Template { text, holes, fills } = template;
    let number = fills.len();
    Ok(quote!({
        static TEMPLATE: crate::markup::Template = crate::markup::Template::new(#text);
        let mut #holes = crate::markup::Holes::new(#number);
        #(#fills;)*
        TEMPLATE.fill(#holes)
    }))
}

struct Template {
    text: String,
    /// The variable that the holes' contents are put into.
    holes: Ident,
    /// What puts them there, in the order of the holes.
    fills: Vec<TokenStream>,
}

impl Template {
    fn node(&mut self, node: &Node) -> Result<()> {
        match node {
            Node::Element(element) => self.element(element),
            Node::Text(text) => self.literal(TEXT, text),
            Node::Content(expression) => {
                self.hole("content", quote!(#expression));
                Ok(())
            }
            Node::Component(_) | Node::If(_) | Node::For(_) => {
                let content = html(std::slice::from_ref(node))?;
                self.hole("content", content);
                Ok(())
            }
        }
    }

    fn element(&mut self, element: &Element) -> Result<()> {
        self.text.push(OPEN);
        self.text.push_str(&element.name);
        for attribute in &element.attributes {
            self.attribute(&element.name, attribute)?;
        }
        for child in &element.children {
            self.node(child)?;
        }
        self.text.push(CLOSE);
        Ok(())
    }

    fn attribute(&mut self, element: &str, Attribute { name, words, value }: &Attribute) -> Result<()> {
        // These are no attributes, and so have no name in the template.
        let special = match (element, words.as_str()) {
            (_, "key") => Some("key"),
            (_, "ref") => {
                return Err(Error::new(name.span(), "there are no references to elements; look one up by its id"));
            }
            ("input", "value") => Some("input_value"),
            ("input", "checked") => Some("input_checked"),
            (_, listener) if listener.starts_with("on") => Some(listener),
            _ => None,
        };
        if element.is_empty() && special != Some("key") {
            return Err(Error::new(name.span(), "a fragment has a key and no attributes"));
        }
        if special.is_none() {
            self.text.push(ATTRIBUTE);
            self.text.push_str(words);
        }
        match (special, value) {
            (Some(special), Value::Literal(value)) => self.hole(special, quote!(#value)),
            (Some(special), Value::Expression(value)) => self.hole(special, quote!(#value)),
            (None, Value::Literal(value)) => return self.literal(VALUE, value),
            (None, Value::Expression(value)) => {
                let kind = if FLAGS.contains(&words.as_str()) { "flag" } else { "value" };
                self.hole(kind, quote!(#value));
            }
        }
        Ok(())
    }

    fn literal(&mut self, mark: char, literal: &LitStr) -> Result<()> {
        let text = literal.value();
        if text.contains(|character| character <= CLOSE) {
            return Err(Error::new(literal.span(), "a character of this text is a mark in templates"));
        }
        self.text.push(mark);
        self.text.push_str(&text);
        Ok(())
    }

    fn hole(&mut self, kind: &str, content: TokenStream) {
        let holes = &self.holes;
        let method = Ident::new(kind, Span::call_site());
        self.text.push(HOLE);
        self.fills.push(quote!(#holes.#method(#content)));
    }
}

#[cfg(test)]
mod tests {
    // Tests may stop at once when something is not as it must be.
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::tree::Markup;

    /// The expansion, with capital letters for the marks.
    fn expanded(markup: &str) -> Result<String> {
        let code = html(&syn::parse_str::<Markup>(markup)?.nodes)?.to_string();
        let marks = [(1, "O "), (2, "A "), (3, "V "), (4, "H "), (5, "T "), (6, "C ")];
        Ok(marks.iter().fold(code, |code, (mark, letter)| code.replace(&format!("\\u{{{mark}}}"), letter)))
    }

    #[test]
    fn an_element_is_a_text() {
        let code = expanded(r#"<p class="says" id={id}>{ "On " }{ day }</p>"#).unwrap();
        assert!(code.contains("\"O pA classV saysA idH T On H C \""), "{code}");
        assert!(code.contains("holes . value (id) ; holes . content (day) ;"), "{code}");
    }

    #[test]
    fn what_is_no_attribute_has_no_name_in_it() {
        let code = expanded("<input key={1} {onclick} checked={on} disabled={off} data-a={a} />").unwrap();
        assert!(code.contains("\"O inputH H H A disabledH A data-aH C \""), "{code}");
        for call in ["key (1)", "onclick (onclick)", "input_checked (on)", "flag (off)", "value (a)"] {
            assert!(code.contains(&format!("holes . {call} ;")), "{call} in {code}");
        }
    }

    #[test]
    fn what_is_no_element_needs_no_template() {
        for markup in ["", "words", "if a { { b } }", "for a in b { { a } }", "<Notice sentences={none} />"] {
            assert!(!expanded(markup).unwrap().contains("TEMPLATE"), "{markup}");
        }
    }

    #[test]
    fn mistakes_are_refused() {
        for (markup, mistake) in [
            ("<p>", "`</p>` is missing before this"),
            ("<p></b>", "`</p>` is missing before this"),
            ("<p><b></p></b>", "`</b>` is missing before this"),
            ("<key={1} class={a}></>", "a fragment has a key and no attributes"),
            ("<p>{ a b }</p>", "one expression stands in braces"),
            ("<Notice></Notice>", "a component has no children here: it ends with `/>`"),
            ("<p>{ \"\\u{1}\" }</p>", "a character of this text is a mark in templates"),
        ] {
            assert_eq!(expanded(markup).unwrap_err().to_string(), mistake, "{markup}");
        }
    }
}
