//! What the views' markup comes to: [`html!`] keeps it as templates, which are built here.
//!
//! Elements are data in this app and not code: the code that Yew's own macro writes for them was half of what people
//! loaded. A template is a text; `markup/src/template.rs` says how it reads. It is taken apart when it is first filled.

use std::mem;
use std::rc::Rc;
use std::slice;
use std::sync::OnceLock;
use std::vec;

use yew::html::IntoPropValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VTag, VText};

pub(crate) use liner_notes_markup::html;

/// A piece of markup with holes in it.
pub(crate) struct Template {
    text: &'static str,
    steps: OnceLock<Vec<Step>>,
}

/// A step in building what a template describes.
enum Step {
    /// An element of that name starts, with attributes of those names; without a name, a fragment.
    Open(&'static str, Vec<&'static str>),
    /// The next attribute's value.
    Value(&'static str),
    /// What fills the next hole: a value, a child, or anything else of an element.
    Hole,
    /// A text among the children.
    Text(&'static str),
    /// The element ends.
    Close,
}

impl Template {
    /// The template that is written so.
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text, steps: OnceLock::new() }
    }

    /// What it describes, with what belongs into its holes.
    pub(crate) fn fill(&'static self, holes: Holes) -> Html {
        let steps = self.steps.get_or_init(|| read(self.text)).iter();
        Filling { steps, holes: holes.0.into_iter() }.build("", &[])
    }
}

fn read(text: &'static str) -> Vec<Step> {
    let mut steps = Vec::new();
    // Where the step is that opened the last element: attributes stand before children.
    let mut opened = 0;
    for (mark, word) in Parts(text) {
        match mark {
            '\u{1}' => {
                opened = steps.len();
                steps.push(Step::Open(word, Vec::new()));
            }
            '\u{2}' => {
                if let Some(Step::Open(_, names)) = steps.get_mut(opened) {
                    names.push(word);
                }
            }
            '\u{3}' => steps.push(Step::Value(word)),
            '\u{4}' => steps.push(Step::Hole),
            '\u{5}' => steps.push(Step::Text(word)),
            _ => steps.push(Step::Close),
        }
    }
    steps
}

/// The parts of a text in which each starts with one of the marks, which are U+0001 to U+0006, and goes on to the next.
pub(crate) struct Parts<'t>(pub(crate) &'t str);

impl<'t> Iterator for Parts<'t> {
    type Item = (char, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let mut characters = self.0.chars();
        let mark = characters.next()?;
        let after = characters.as_str();
        let end = after.find(|character| character <= '\u{6}').unwrap_or(after.len());
        let (word, next) = after.split_at_checked(end).unwrap_or((after, ""));
        self.0 = next;
        Some((mark, word))
    }
}

/// What fills a template's holes, in their order.
pub(crate) struct Holes(Vec<Hole>);

enum Hole {
    Value(Option<AttrValue>),
    /// Whether the attribute is there.
    Flag(bool),
    Key(Key),
    Listener(Rc<dyn Listener>),
    /// What the field holds, which is not what its attribute of that name says.
    InputValue(AttrValue),
    InputChecked(bool),
    Content(Html),
}

impl Holes {
    /// Room for so many.
    pub(crate) fn new(number: usize) -> Self {
        Self(Vec::with_capacity(number))
    }

    pub(crate) fn value(&mut self, value: impl IntoPropValue<Option<AttrValue>>) {
        self.0.push(Hole::Value(value.into_prop_value()));
    }

    pub(crate) fn flag(&mut self, is_there: bool) {
        self.0.push(Hole::Flag(is_there));
    }

    pub(crate) fn key(&mut self, key: impl Into<Key>) {
        self.0.push(Hole::Key(key.into()));
    }

    pub(crate) fn input_value(&mut self, value: String) {
        self.0.push(Hole::InputValue(value.into()));
    }

    pub(crate) fn input_checked(&mut self, checked: bool) {
        self.0.push(Hole::InputChecked(checked));
    }

    pub(crate) fn content(&mut self, content: impl Content) {
        self.0.push(Hole::Content(content.into_html()));
    }
}

/// The listeners that the app has.
macro_rules! listeners {
    ($($name:ident: $event:ty),*) => {
        impl Holes {
            $(pub(crate) fn $name(&mut self, call: Callback<$event>) {
                self.0.push(Hole::Listener(Rc::new(yew::html::$name::Wrapper::new(call))));
            })*
        }
    };
}

listeners!(onchange: Event, onclick: MouseEvent, onclose: Event, oninput: InputEvent, onkeydown: KeyboardEvent);

struct Filling {
    steps: slice::Iter<'static, Step>,
    holes: vec::IntoIter<Hole>,
}

impl Filling {
    /// The element or fragment whose start was the last step, up to its end.
    fn build(&mut self, name: &'static str, attributes: &'static [&'static str]) -> Html {
        let mut tag = VTag::new(name);
        let mut values: Vec<Option<AttributeOrProperty>> = Vec::with_capacity(attributes.len());
        let mut listeners = Vec::new();
        let mut children = Vec::new();
        while let Some(step) = self.steps.next() {
            match step {
                Step::Open(name, attributes) => children.push(self.build(name, attributes)),
                Step::Value(value) => values.push(fixed(value)),
                Step::Text(text) => children.push(text.into_html()),
                Step::Close => break,
                Step::Hole => match self.holes.next() {
                    Some(Hole::Value(value)) => values.push(value.map(AttributeOrProperty::Attribute)),
                    Some(Hole::Flag(is_there)) => {
                        let name = attributes.get(values.len()).filter(|_| is_there);
                        values.push(name.and_then(|name| fixed(name)));
                    }
                    Some(Hole::Key(key)) => tag.key = Some(key),
                    Some(Hole::Listener(listener)) => listeners.push(Some(listener)),
                    Some(Hole::InputValue(value)) => tag.set_value(value),
                    Some(Hole::InputChecked(checked)) => tag.set_checked(checked),
                    Some(Hole::Content(content)) => children.push(in_its_language(content, name, attributes)),
                    None => {}
                },
            }
        }
        if name.is_empty() {
            return fragment(children, tag.key);
        }
        tag.set_attributes(Attributes::Dynamic { keys: attributes, values: values.into() });
        if !listeners.is_empty() {
            tag.set_listeners(listeners.into());
        }
        if let Some(place) = tag.children_mut() {
            *place = fragment(children, None);
        }
        tag.into()
    }
}

/// A value from the template. Yew's `Static` would say the same, but servers leave such a value out.
fn fixed(value: &'static str) -> Option<AttributeOrProperty> {
    Some(AttributeOrProperty::Attribute(AttrValue::Static(value)))
}

/// A text in which what is in Hangul says that it is Korean, for those who have it read out, where the element does not say
/// so itself. In the choices of a list and in a picture no element can stand.
fn in_its_language(content: Html, parent: &str, attributes: &[&str]) -> Html {
    let is_hangul = |letter| matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}');
    let Html::VText(words) = &content else { return content };
    if !words.text.chars().any(is_hangul) || attributes.contains(&"lang") || matches!(parent, "option" | "text") {
        return content;
    }
    let mut parts = Vec::new();
    let mut run = String::new();
    let mut was_korean = false;
    for letter in words.text.chars() {
        let is_korean = is_hangul(letter) || was_korean && letter == ' ';
        if is_korean != was_korean {
            parts.push(run_of(mem::take(&mut run), was_korean));
        }
        was_korean = is_korean;
        run.push(letter);
    }
    parts.push(run_of(run, was_korean));
    parts.into_html()
}

fn run_of(words: String, is_korean: bool) -> Html {
    if is_korean {
        html! { <span lang="ko">{ words }</span> }
    } else {
        words.into_html()
    }
}

pub(crate) fn fragment(mut children: Vec<Html>, key: Option<Key>) -> Html {
    match children.pop() {
        Some(only) if children.is_empty() && key.is_none() => only,
        last => {
            children.extend(last);
            VList::with_children(children, key).into()
        }
    }
}

/// Nothing at all.
pub(crate) fn nothing() -> Html {
    Html::default()
}

/// What can stand in braces.
pub(crate) trait Content {
    /// As a node of the page.
    fn into_html(self) -> Html;
}

impl Content for Html {
    fn into_html(self) -> Html {
        self
    }
}

impl Content for Option<Html> {
    fn into_html(self) -> Html {
        self.unwrap_or_default()
    }
}

impl Content for Vec<Html> {
    fn into_html(self) -> Html {
        VList::from(self).into()
    }
}

impl Content for AttrValue {
    fn into_html(self) -> Html {
        VText::new(self).into()
    }
}

impl Content for &'static str {
    fn into_html(self) -> Html {
        AttrValue::Static(self).into_html()
    }
}

impl Content for String {
    fn into_html(self) -> Html {
        AttrValue::from(self).into_html()
    }
}

/// Numbers, as figures.
macro_rules! figures {
    ($($number:ty),*) => {
        $(impl Content for $number {
            fn into_html(self) -> Html {
                self.to_string().into_html()
            }
        })*
    };
}

figures!(u8, u16, usize);

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use yew::ServerRenderer;

    use super::*;

    /// What there is to draw.
    #[derive(Clone, Copy, PartialEq, Properties)]
    struct Props {
        is_full: bool,
    }

    /// The same markup under both macros.
    macro_rules! drawn {
        ($html:path, $is_full:ident) => {{
            use $html as html;
            let song = $is_full.then_some("song");
            let items: &[usize] = if $is_full { &[1, 2] } else { &[] };
            let onclick = Callback::from(|_: MouseEvent| ());
            let number = AttrValue::from("7");
            html! {
                <>
                    <h1 key="head" id={number.clone()} title="A “title” & more">{ "Text <b> " }{ number }</h1>
                    if let Some(song) = song {
                        <p lang={song}>{ song }</p>
                        <p hidden={true}>{ String::from("two") }</p>
                    } else if items.is_empty() {
                        { "empty" }
                    } else {
                        <hr />
                    }
                    <ul aria-label={song}>
                        for item in items {
                            <li key={*item}>{ *item }</li>
                        }
                    </ul>
                    <key={1_usize}><svg viewBox="0 0 1 1"><path d="M0 0" /></svg></>
                    <button type="button" disabled={!$is_full} {onclick}></button>
                    <input type="checkbox" checked={$is_full} />
                    <input value={String::from("words")} />
                </>
            }
        }};
    }

    #[component]
    fn Ours(&Props { is_full }: &Props) -> Html {
        drawn!(super::html, is_full)
    }

    #[component]
    fn Theirs(&Props { is_full }: &Props) -> Html {
        drawn!(yew::html, is_full)
    }

    #[component]
    fn Korean() -> Html {
        let words = "Moon (달 나루), two of 사운드트랙#1";
        html! { <p title={words}>{ words }<b lang="ko">{ "달" }</b><select><option>{ "달" }</option></select></p> }
    }

    #[tokio::test]
    async fn words_in_hangul_say_that_they_are_korean() {
        let drawn = ServerRenderer::<Korean>::new().hydratable(false).render().await;
        let expected = "<p title=\"Moon (달 나루), two of 사운드트랙#1\">Moon (<span lang=\"ko\">달 나루</span>), two of \
                        <span lang=\"ko\">사운드트랙</span>#1<b lang=\"ko\">달</b><select><option>달</option></select></p>";
        assert_eq!(drawn, expected);
    }

    #[tokio::test]
    async fn draws_what_yews_own_macro_draws() {
        for is_full in [false, true] {
            let ours = ServerRenderer::<Ours>::with_props(move || Props { is_full }).hydratable(false).render().await;
            let theirs =
                ServerRenderer::<Theirs>::with_props(move || Props { is_full }).hydratable(false).render().await;
            assert_eq!(ours, theirs);
        }
    }
}
