//! A piece of a page that is drawn off the page's own thread: the desk draws it and writes it as a text, the page reads
//! the text and draws what it says. It is written as templates are (`markup/src/template.rs`), with its texts in place.
//!
//! Nobody but this project's own code draws sheets: what a record or a person says stands in them as texts and values,
//! and no text becomes markup on the way.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag};

use crate::markup::{Content, Parts, fragment};

/// Opens the element of that name; without a name a fragment.
const OPEN: char = '\u{1}';
/// The element has that attribute; its value follows.
const ATTRIBUTE: char = '\u{2}';
/// The attribute's value.
const VALUE: char = '\u{3}';
/// The element's key.
const KEY: char = '\u{4}';
/// A text among the children.
const TEXT: char = '\u{5}';
/// Ends the element.
const CLOSE: char = '\u{6}';

/// The attributes that a sheet may set, and in which order they are set; any other is left out.
const ATTRIBUTES: [&str; 33] = [
    "accept",
    "aria-current",
    "aria-describedby",
    "aria-hidden",
    "aria-label",
    "aria-selected",
    "class",
    "d",
    "data-ask",
    "data-attach",
    "data-copy",
    "data-first",
    "data-kind",
    "data-level",
    "data-remove",
    "data-review",
    "data-share",
    "data-stance",
    "data-status",
    "data-turn",
    "disabled",
    "href",
    "id",
    "lang",
    "multiple",
    "open",
    "rel",
    "role",
    "rows",
    "tabindex",
    "title",
    "type",
    "viewBox",
];

/// Writes what is drawn as a text. Listeners stay behind: a sheet's links are followed like any other, and what its
/// buttons ask for they say in `data-ask`.
#[must_use]
pub fn write(drawn: &Html) -> String {
    let mut text = String::new();
    put(drawn, &mut text);
    text
}

fn put(drawn: &Html, to: &mut String) {
    match drawn {
        VNode::VText(text) => part(TEXT, &text.text, to),
        VNode::VList(list) => {
            part(OPEN, "", to);
            list.key.iter().for_each(|key| part(KEY, key, to));
            list.iter().for_each(|child| put(child, to));
            part(CLOSE, "", to);
        }
        VNode::VTag(tag) => {
            part(OPEN, tag.tag(), to);
            tag.key.iter().for_each(|key| part(KEY, key, to));
            for (name, value) in tag.attributes.iter() {
                part(ATTRIBUTE, name, to);
                part(VALUE, value, to);
            }
            tag.children().into_iter().for_each(|children| put(children, to));
            part(CLOSE, "", to);
        }
        // Components and what else Yew knows are no markup yet.
        _ => {}
    }
}

fn part(mark: char, word: &str, to: &mut String) {
    to.push(mark);
    to.extend(word.chars().filter(|character| *character > CLOSE));
}

/// Draws what was written. Whatever the text is, there is something to draw.
pub(crate) fn read(text: &str) -> Html {
    build(&mut Parts(text), "")
}

/// The element or fragment that was opened last, up to its end.
fn build(parts: &mut Parts<'_>, name: &str) -> Html {
    let mut tag = VTag::new(name.to_owned());
    let mut values: [Option<AttributeOrProperty>; ATTRIBUTES.len()] = [const { None }; ATTRIBUTES.len()];
    let mut attribute = None;
    let mut children = Vec::new();
    while let Some((mark, word)) = parts.next() {
        match mark {
            OPEN => children.push(build(parts, word)),
            ATTRIBUTE => attribute = ATTRIBUTES.iter().position(|name| *name == word),
            VALUE => {
                if let Some(place) = attribute {
                    values[place] = Some(AttributeOrProperty::Attribute(word.to_owned().into()));
                }
            }
            KEY => tag.key = Some(word.into()),
            TEXT => children.push(word.to_owned().into_html()),
            _ => break,
        }
    }
    if name.is_empty() {
        return fragment(children, tag.key);
    }
    tag.set_attributes(Attributes::Dynamic { keys: &ATTRIBUTES, values: values.into() });
    if let Some(place) = tag.children_mut() {
        *place = fragment(children, None);
    }
    tag.into()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;
    use yew::ServerRenderer;

    use super::*;
    use crate::markup::html;

    #[derive(PartialEq, Properties)]
    struct Props {
        drawn: Html,
    }

    #[component]
    fn Page(props: &Props) -> Html {
        props.drawn.clone()
    }

    /// The markup that it comes to.
    async fn markup(drawn: impl FnOnce() -> Html + Send + 'static) -> String {
        ServerRenderer::<Page>::with_props(|| Props { drawn: drawn() }).hydratable(false).render().await
    }

    fn sheet() -> Html {
        html! {
            <>
                <h2 key="a" class="count">{ "Two < three" }<mark>{ 3_usize }</mark></h2>
                for item in [1_usize, 2] {
                    <a key={item} aria-label="“so”" disabled={item == 1} href="?a=1&b=2">{ item }</a>
                }
                <svg viewBox="0 0 1 1"><path d="M0 0" /></svg>
            </>
        }
    }

    #[tokio::test]
    async fn what_was_written_reads_back_as_it_was_drawn() {
        let written = write(&sheet());
        assert_eq!(markup(move || read(&written)).await, markup(sheet).await);
    }

    #[tokio::test]
    async fn what_people_write_stays_a_text() {
        let drawn =
            || html! { <p title={String::from("\u{6}\u{1}script")}>{ String::from("\u{6}\u{1}script\u{5}<b>") }</p> };
        let written = write(&drawn());
        assert_eq!(markup(move || read(&written)).await, "<p title=\"script\">script&lt;b&gt;</p>");
    }

    #[tokio::test]
    async fn an_attribute_that_no_sheet_sets_is_left_out() {
        let written = "\u{1}p\u{2}onclick\u{3}alert()\u{2}class\u{3}a\u{6}";
        assert_eq!(markup(|| read(written)).await, "<p class=\"a\"></p>");
    }

    proptest! {
        #[test]
        fn any_text_at_all_draws_something(text in "[\u{1}-\u{6}a-c]{0,40}") {
            drop(read(&text));
        }
    }
}
