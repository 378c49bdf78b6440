//! The moments as a list, in story order by phase: everything that the score says, in words and with buttons.

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Head, Place, Span, Timeline};
use yew::prelude::*;

use super::closed_bar::closed_bar;
use super::panel::panel;
use super::upright;
use super::words::{ordinal, somewhere};
use crate::components::review_number::review_number;
use crate::markup::html;
use crate::reader::{ReaderHandle, Reveal};

/// The story to list.
pub(super) struct Told<'t> {
    /// The reader to whom it is told.
    pub(super) reader: &'t ReaderHandle,
    /// What it holds.
    pub(super) timeline: &'t Timeline<'static>,
    /// The index of the chosen moment.
    pub(super) chosen: usize,
    /// Whether nobody chose it: its panel then only stands where there is room beside the list.
    pub(super) by_default: bool,
    /// Takes the index of another, from the list.
    pub(super) choose: Callback<usize>,
    /// Takes the index of another, from the panel.
    pub(super) turn: Callback<usize>,
    /// Closes the panel.
    pub(super) close: Callback<()>,
}

/// A moment's row, seen whole, with the focus on the button with its title.
pub(super) fn row_of(slug: &str) -> Reveal {
    Reveal { seen: row_id(slug), focused: title_id(slug) }
}

fn row_id(slug: &str) -> String {
    format!("row-{slug}")
}

fn title_id(slug: &str) -> String {
    format!("moment-{slug}")
}

/// The list. The panel of the chosen moment stands in it, after that moment's row.
pub(super) fn list(told: &Told<'_>) -> Html {
    let timeline = told.timeline;
    html! {
        <div class="story" data-later="">
            { upright::staff(&timeline.reviews) }
            { upright::discs(&timeline.reviews) }
            for span in &timeline.phases {
                { phase(told, span) }
            }
            if timeline.goes_on {
                { closed_bar(told.reader) }
            } else {
                <div class="upright-end"></div>
            }
        </div>
    }
}

fn phase(told: &Told<'_>, span: &Span<'static>) -> Html {
    let mut items = Vec::new();
    for index in span.first..=span.last {
        let Some(place) = told.timeline.places.get(index) else {
            continue;
        };
        items.push(row(told, index, place));
        if index == told.chosen {
            items.push(html! {
                <li key="panel" class={if told.by_default { "panel-place is-default" } else { "panel-place" }}>
                    { panel(told, index, place) }
                </li>
            });
        }
    }
    html! {
        <section key={span.first} class="phase">
            <h2 class="phase-name">{ span.phase.name.as_str() }</h2>
            <ol class="moments" role="list">{ items }</ol>
        </section>
    }
}

fn row(told: &Told<'_>, index: usize, place: &Place<'static>) -> Html {
    let slug = place.moment.id.as_str();
    let is_chosen = index == told.chosen;
    let is_asked_for = is_chosen && !told.by_default;
    let class = match (is_chosen, told.by_default) {
        (false, _) => "moment",
        (true, false) => "moment is-chosen",
        (true, true) => "moment is-default",
    };
    let onclick = told.choose.reform(move |_: MouseEvent| index);
    html! {
        <li key={slug} id={row_id(slug)} {class} data-moment={slug}>
            { upright::heads(place, &told.timeline.reviews) }
            <span class="moment-number">{ place.number }</span>
            <div class="moment-body">
                <button
                    type="button"
                    id={title_id(slug)}
                    class="moment-title"
                    aria-current={is_asked_for.then_some("true")}
                    {onclick}
                >
                    { place.moment.title.as_str() }
                </button>
                if let Some(somewhere) = somewhere(told.timeline, index) {
                    <p class="moment-place">{ somewhere }</p>
                }
                { tellers(told, place) }
            </div>
        </li>
    }
}

/// Who tells it, who only alludes to it, and as which moment of their own telling.
fn tellers(told: &Told<'_>, place: &Place<'static>) -> Html {
    let reviews = told.timeline.reviews.iter().copied();
    let heads = reviews.zip(&place.heads);
    let teller = |(review, head): (&'static Review, &Head<'static>)| {
        let how = if head.alludes() { "alludes to it" } else { "tells it" };
        html! {
            <li key={review.id.as_str()} class={if head.alludes() { "teller is-open" } else { "teller" }}>
                { review_number(review) }
                <span class="teller-how">{ format!(" {how} ") }</span>
                <span class="teller-rank">{ ordinal(head.rank) }</span>
            </li>
        }
    };
    let heads = heads.filter_map(|(review, head)| Some((review, head.as_ref()?)));
    html! {
        <ul class="tellers" role="list">
            for head in heads {
                { teller(head) }
            }
        </ul>
    }
}
