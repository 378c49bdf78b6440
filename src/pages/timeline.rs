//! The story as a score: one line for each review, one chord for each moment, and the same as a list.
//!
//! The wide score is a picture beside its list; narrower, the staff stands upright beside the list's titles. Which of
//! the two is drawn is for the style sheet to say: the list is the same elements at every width.

mod bracket;
mod choices;
mod chords;
mod closed_bar;
mod controls;
mod geometry;
mod key;
mod list;
mod overhead;
mod panel;
#[cfg(feature = "desk")]
pub(crate) mod picture;
mod score;
mod upright;
mod words;

use std::rc::Rc;

use liner_notes_record::Lookup;
use liner_notes_record::questions::timeline;
use yew::prelude::*;

use self::choices::{Choices, Order, View, chooser};
use self::closed_bar::closed_bar;
use self::controls::controls;
use self::key::key;
use self::list::{Told, list};
use self::score::score;
use crate::components::hidden::hidden;
use crate::components::notice::notice;
use crate::markup::html;
use crate::reader::{ReaderHandle, Reveal};

/// In how many pieces the page is taken over, after the score: its list.
pub(super) const PIECES: usize = 1;

/// The timeline.
pub(super) fn page(reader: &ReaderHandle) -> Html {
    let shown = reader.shown();
    let timeline = Rc::new(timeline(shown));
    let choices = Choices::read(&reader.address.query, |slug| shown.look_up_moment(slug));
    let choose = chooser(reader);
    let looked_up = choices.moment.as_deref().map(|slug| shown.look_up_moment(slug));
    let asked_for = match looked_up {
        Some(Lookup::Found(moment)) => {
            let mut places = timeline.places.iter();
            places.position(|place| place.moment.id == moment.id)
        }
        _ => None,
    };
    // In the score, in the list, in the panel: the focus stays where the reader is.
    let to_moment = |reveal: fn(&str) -> Option<Reveal>| {
        let (choose, timeline) = (choose.clone(), timeline.clone());
        Callback::from(move |index: usize| {
            let place = timeline.places.get(index).filter(|_| asked_for != Some(index));
            if let Some(slug) = place.map(|place| place.moment.id.to_string()) {
                let reveal = reveal(&slug);
                choose.emit(("moment", slug, reveal));
            }
        })
    };
    let in_score = to_moment(|_| None);
    let in_list = to_moment(|slug| Some(list::row_of(slug)));
    let in_panel = to_moment(|_| Some(panel::whole()));
    let close = {
        let choose = choose.clone();
        let place = asked_for.and_then(|index| timeline.places.get(index));
        let reveal = place.map(|place| list::row_of(place.moment.id.as_str()));
        Callback::from(move |()| choose.emit(("moment", String::new(), reveal.clone())))
    };
    let hidden = match looked_up {
        Some(Lookup::Hidden(needs)) => hidden(reader, "This moment", needs),
        _ => html! {},
    };
    // One moment is always open beside the score, where there is room beside it.
    let chosen = asked_for.unwrap_or(0);
    let told = Told {
        reader,
        timeline: &timeline,
        chosen,
        by_default: asked_for.is_none(),
        choose: in_list,
        turn: in_panel,
        close,
    };
    let lines = timeline.reviews.len().to_string();
    let order = if choices.order == Order::Told { "told" } else { "story" };
    let view = if choices.view == View::List { "list" } else { "score" };
    html! {
        <div class="timeline" data-order={order} data-view={view} data-lines={lines}>
            <header class="page-head">
                <h1 class="page-title" tabindex="-1">{ "The story, scored" }</h1>
                <p class="lede">
                    { "One line for each review, one chord for each moment. A filled note means that the review tells \
                       the moment, an open one that it only alludes to it." }
                </p>
            </header>
            { notice(reader, choices.unfollowed.clone()) }
            { hidden }
            if timeline.places.is_empty() {
                <div class="empty">
                    <h2>{ "Not a note yet" }</h2>
                    <p>{ "Nothing of the story is told at this stop of the dial." }</p>
                    if timeline.goes_on {
                        { closed_bar(reader) }
                    }
                </div>
            } else {
                { controls(choices.order, choices.view, &choose) }
                if choices.view == View::Score {
                    { score(reader, &timeline, choices.order, chosen, &in_score) }
                    { key(choices.order, &timeline) }
                }
                if reader.waiting(1, PIECES) == 0 {
                    { list(&told) }
                }
            }
        </div>
    }
}
