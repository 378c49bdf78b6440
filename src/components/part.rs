//! A part of a long page that is drawn anew only when what it shows has changed.
//!
//! Taking over a long page goes part by part, and each turn would else draw all that came before it once more.

use std::rc::Rc;

use yew::prelude::*;

use crate::markup::html;

/// What a part shows.
#[derive(Clone, Properties)]
struct Shows {
    /// All that its drawing depends on: where this is the same, so is what would be drawn.
    depends_on: Rc<str>,
    /// Draws it.
    draw: Rc<dyn Fn() -> Html>,
}

impl PartialEq for Shows {
    fn eq(&self, other: &Self) -> bool {
        self.depends_on == other.depends_on
    }
}

struct Part;

impl Component for Part {
    type Message = ();
    type Properties = Shows;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        (context.props().draw)()
    }
}

/// A part that `draw` draws, anew only where `depends_on` is another than before.
pub(crate) fn part(key: &str, depends_on: &Rc<str>, draw: impl Fn() -> Html + 'static) -> Html {
    let (depends_on, draw) = (depends_on.clone(), Rc::new(draw) as Rc<dyn Fn() -> Html>);
    html! { <Part key={key} {depends_on} {draw} /> }
}
