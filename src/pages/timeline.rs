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
mod score;
mod upright;
mod words;

use liner_notes_record::Lookup;
use liner_notes_record::questions::timeline;
use yew::prelude::*;

use self::choices::{Choices, Order, View, chooser};
use self::closed_bar::closed_bar;
use self::controls::controls;
use self::key::key;
use self::list::{Told, list};
use self::score::score;
use crate::browser;
use crate::components::hidden::hidden;
use crate::components::notice::Notice;
use crate::markup::html;
use crate::reader::ReaderHandle;

/// Whose page.
#[derive(PartialEq, Properties)]
pub(super) struct TimelinePageProps {
    /// The reader.
    pub(super) reader: ReaderHandle,
}

/// What the page brings into view once it has changed: the element to see and the one that gets the focus.
type Awaited = (String, String);

/// The timeline.
#[component]
pub(super) fn TimelinePage(TimelinePageProps { reader }: &TimelinePageProps) -> Html {
    let shown = reader.shown();
    let timeline = use_memo(shown, |shown| timeline(*shown));
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
    let awaited = use_mut_ref(|| None::<Awaited>);
    {
        let awaited = awaited.clone();
        use_effect_with(asked_for, move |_| {
            if let Some((seen, focused)) = awaited.borrow_mut().take() {
                browser::page::reveal(&seen, &focused);
            }
        });
    }
    let slug = {
        let timeline = timeline.clone();
        move |index: usize| {
            let place = timeline.places.get(index);
            place.map(|place| place.moment.id.to_string())
        }
    };
    // In the score, in the list, in the panel: the focus stays where the reader is.
    let in_score = {
        let (choose, slug) = (choose.clone(), slug.clone());
        Callback::from(move |index| choose.emit(("moment", slug(index).unwrap_or_default())))
    };
    let in_list = {
        let (choose, slug, awaited) = (choose.clone(), slug.clone(), awaited.clone());
        Callback::from(move |index| {
            if asked_for == Some(index) {
                return;
            }
            let slug = slug(index).unwrap_or_default();
            *awaited.borrow_mut() = Some((list::row_id(&slug), list::title_id(&slug)));
            choose.emit(("moment", slug));
        })
    };
    let in_panel = {
        let (choose, slug, awaited) = (choose.clone(), slug.clone(), awaited.clone());
        Callback::from(move |index| {
            *awaited.borrow_mut() = Some((panel::ID.to_owned(), panel::TITLE_ID.to_owned()));
            choose.emit(("moment", slug(index).unwrap_or_default()));
        })
    };
    let close = {
        let (choose, awaited) = (choose.clone(), awaited.clone());
        let slug = asked_for.and_then(slug).unwrap_or_default();
        Callback::from(move |()| {
            *awaited.borrow_mut() = Some((list::row_id(&slug), list::title_id(&slug)));
            choose.emit(("moment", String::new()));
        })
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
            <Notice sentences={choices.unfollowed.clone()} />
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
                { list(&told) }
            }
        </div>
    }
}
