//! The notation as a tree.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::token::Brace;
use syn::{Error, Expr, Ident, LitStr, Pat, Result, Token, braced};

/// All that one use of the macro holds.
pub(crate) struct Markup {
    pub(crate) nodes: Vec<Node>,
}

/// Something that stands in a page.
pub(crate) enum Node {
    Element(Element),
    /// What stands between `<` and `/>`.
    Component(TokenStream),
    Text(LitStr),
    Content(Expr),
    If(If),
    For(For),
}

/// An element, or a fragment.
pub(crate) struct Element {
    /// Nothing for a fragment.
    pub(crate) name: String,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: Vec<Node>,
}

/// An attribute, a key, a reference or a listener.
pub(crate) struct Attribute {
    pub(crate) name: Ident,
    /// The name with its dashes.
    pub(crate) words: String,
    pub(crate) value: Value,
}

/// What an attribute is set to.
pub(crate) enum Value {
    Literal(LitStr),
    Expression(Expr),
}

/// One thing or another.
pub(crate) struct If {
    pub(crate) condition: Expr,
    pub(crate) then: Vec<Node>,
    pub(crate) otherwise: Vec<Node>,
}

/// The same for each of several.
pub(crate) struct For {
    pub(crate) one: Pat,
    pub(crate) all: Expr,
    pub(crate) body: Vec<Node>,
}

impl Parse for Markup {
    fn parse(input: ParseStream) -> Result<Self> {
        let is_tree = input.peek(Token![<]) || input.peek(Token![if]) || input.peek(Token![for]);
        let nodes = if is_tree || input.is_empty() { nodes(input)? } else { vec![content(input)?] };
        Ok(Self { nodes })
    }
}

/// Everything up to the end, or to the end of the element that it stands in.
fn nodes(input: ParseStream) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    let ends = || input.is_empty() || (input.peek(Token![<]) && input.peek2(Token![/]));
    while !ends() {
        nodes.push(input.parse()?);
    }
    Ok(nodes)
}

fn braced_nodes(input: ParseStream) -> Result<Vec<Node>> {
    let inside;
    braced!(inside in input);
    let nodes = nodes(&inside)?;
    if inside.is_empty() { Ok(nodes) } else { Err(inside.error("nothing is open here that this could close")) }
}

/// An expression, or a text.
fn content(input: ParseStream) -> Result<Node> {
    let content = if input.peek(LitStr) && input.peek2(syn::parse::End) {
        Node::Text(input.parse()?)
    } else {
        Node::Content(input.parse()?)
    };
    if input.is_empty() { Ok(content) } else { Err(input.error("one expression stands in braces")) }
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Token![if]) {
            input.parse().map(Self::If)
        } else if input.peek(Token![for]) {
            input.parse().map(Self::For)
        } else if input.peek(Brace) {
            let inside;
            braced!(inside in input);
            content(&inside)
        } else if is_component(input) {
            component(input).map(Self::Component)
        } else {
            input.parse().map(Self::Element)
        }
    }
}

/// Components have a path or a capital letter.
fn is_component(input: ParseStream) -> bool {
    let ahead = input.fork();
    let has_capital = |name: Ident| name.to_string().starts_with(char::is_uppercase);
    ahead.parse::<Token![<]>().is_ok()
        && (ahead.peek2(Token![::]) || ahead.call(Ident::parse_any).is_ok_and(has_capital))
}

fn component(input: ParseStream) -> Result<TokenStream> {
    input.parse::<Token![<]>()?;
    let mut tokens = TokenStream::new();
    while !(input.peek(Token![/]) && input.peek2(Token![>])) {
        if input.peek(Token![>]) {
            return Err(input.error("a component has no children here: it ends with `/>`"));
        }
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    input.parse::<Token![/]>()?;
    input.parse::<Token![>]>()?;
    Ok(tokens)
}

impl Parse for Element {
    fn parse(input: ParseStream) -> Result<Self> {
        input.parse::<Token![<]>()?;
        let is_fragment = input.peek(Token![>]) || input.peek2(Token![=]);
        let name = if is_fragment { String::new() } else { input.call(Ident::parse_any)?.to_string() };
        let mut attributes = Vec::new();
        while !input.peek(Token![>]) && !input.peek(Token![/]) {
            attributes.push(input.parse()?);
        }
        let is_empty = input.parse::<Option<Token![/]>>()?.is_some();
        input.parse::<Token![>]>()?;
        let mut children = Vec::new();
        if !is_empty {
            children = nodes(input)?;
            close(&name, input)?;
        }
        Ok(Self { name, attributes, children })
    }
}

fn close(name: &str, input: ParseStream) -> Result<()> {
    let here = input.span();
    if closed(input).ok().as_deref() != Some(name) {
        return Err(Error::new(here, format!("`</{name}>` is missing before this")));
    }
    input.parse::<Token![>]>().map(drop)
}

/// The name of the element that ends here.
fn closed(input: ParseStream) -> Result<String> {
    input.parse::<Token![<]>()?;
    input.parse::<Token![/]>()?;
    if input.peek(Token![>]) { Ok(String::new()) } else { Ok(input.call(Ident::parse_any)?.to_string()) }
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Brace) {
            let inside;
            braced!(inside in input);
            let name: Ident = inside.parse()?;
            let value = syn::parse_quote!(#name);
            return Ok(Self { words: name.to_string(), name, value: Value::Expression(value) });
        }
        let name = input.call(Ident::parse_any)?;
        let mut words = name.unraw().to_string();
        while input.parse::<Option<Token![-]>>()?.is_some() {
            words.push('-');
            words.push_str(&input.call(Ident::parse_any)?.to_string());
        }
        input.parse::<Token![=]>()?;
        if input.peek(LitStr) {
            return Ok(Self { name, words, value: Value::Literal(input.parse()?) });
        }
        let inside;
        braced!(inside in input);
        let value = Value::Expression(inside.parse()?);
        Ok(Self { name, words, value })
    }
}

impl Parse for If {
    fn parse(input: ParseStream) -> Result<Self> {
        input.parse::<Token![if]>()?;
        let condition = input.call(Expr::parse_without_eager_brace)?;
        let then = braced_nodes(input)?;
        let otherwise = if input.parse::<Option<Token![else]>>()?.is_none() {
            Vec::new()
        } else if input.peek(Token![if]) {
            vec![Node::If(input.parse()?)]
        } else {
            braced_nodes(input)?
        };
        Ok(Self { condition, then, otherwise })
    }
}

impl Parse for For {
    fn parse(input: ParseStream) -> Result<Self> {
        input.parse::<Token![for]>()?;
        let one = input.call(Pat::parse_single)?;
        input.parse::<Token![in]>()?;
        let all = input.call(Expr::parse_without_eager_brace)?;
        let body = braced_nodes(input)?;
        Ok(Self { one, all, body })
    }
}
