//! What was found, in groups, the group with the best hit first.

mod groups;

use liner_notes_record::model::{ReviewId, TopicId};
use liner_notes_record::search::texts::Texts;
use liner_notes_record::search::{Asked, Marked, Search};
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::locator::{PARAGRAPH, TAKEN};
use crate::components::review_number::number_beside_label;
use crate::markup::html;
use crate::numerals::figures;
use crate::pages::search::{ALL, FROM_THE_END, LIST, TYPED, hit_id, typed};
use crate::reader::Reader;
use crate::sheets::Drawn;
use crate::sheets::shelf::Shelf;

use groups::{FoundGroup, FoundHit, Kind, find, find_in};

/// How many hits of a kind are on the page until all are asked for.
const FIRST: usize = 5;

/// How many there are then at most: more than any kind of the record has, and no more than a page can hold.
const MOST: usize = 500;

/// The texts that the reader has attached, as far as they can be searched.
#[derive(Clone, Copy, Debug)]
pub enum OwnTexts<'d> {
    /// There are none.
    Nothing,
    /// They are being made ready.
    Begun {
        /// How many are.
        taken: usize,
        /// Of how many.
        of: usize,
    },
    /// All are ready, at the reader's stop of the dial; the words are on the shelf.
    Ready(&'d Texts<'static>, &'d Shelf),
}

/// What the reader's words find, or what they can type.
#[must_use]
pub fn draw(reader: &Reader, search: &Search<'_>, texts: OwnTexts<'_>) -> Drawn {
    if typed(reader).trim().is_empty() {
        let says = progress(texts).map_or_else(String::new, |progress| format!("Reading {progress}"));
        return Drawn { html: hints(reader, texts), says, ..Drawn::default() };
    }
    let asked = Asked::read(typed(reader));
    let is_whole = |kind: Kind| reader.address.query.list(ALL).any(|asked| asked == kind.token());
    let most = |kind| if is_whole(kind) { MOST } else { FIRST };
    let mut groups = find(search, &asked, most);
    if let OwnTexts::Ready(texts, shelf) = texts {
        groups.extend(find_in(texts, shelf, &asked, most(Kind::Text)));
    }
    let options: usize =
        groups.iter().map(|group| group.hits.len() + usize::from(group.has_more() && !is_whole(group.kind))).sum();
    let at = match reader.sheet.at {
        // Up from the field leads to the last; down from the last back to the field.
        Some(at) if at >= FROM_THE_END => options.checked_sub(usize::MAX - at + 1),
        at => at.filter(|at| *at < options),
    };
    let mut place = 0;
    let mut next = || {
        place += 1;
        Choice { place: place - 1, is_here: at == Some(place - 1) }
    };
    let html = html! {
        <div id={LIST} class="hits" role="listbox" aria-label="Found">
            for group in &groups {
                <section key={group.kind.token()} class="hit-group" role="group" aria-label={words(group.kind)}>
                    <h2 aria-hidden="true">{ words(group.kind) }{ " " }<span class="count">{ group.count }</span></h2>
                    for one in &group.hits {
                        { hit(reader, group.kind, one, next()) }
                    }
                    if group.has_more() && is_whole(group.kind) {
                        <p class="hit-rest">{ format!("These are the best {}.", figures(MOST)) }</p>
                    } else if group.has_more() {
                        { more(reader, group, next()) }
                    }
                </section>
            }
        </div>
    };
    let says = match groups.iter().map(|group| group.count).sum::<usize>() {
        0 => "Nothing found up to this stop of the dial.".to_owned(),
        count => format!("{} found", figures(count)),
    };
    let says = match progress(texts) {
        Some(progress) => format!("{} · reading {progress}", says.trim_end_matches('.')),
        None => says,
    };
    Drawn { html, says, at, ..Drawn::default() }
}

/// How far the reader's texts are, where they are not ready yet.
fn progress(texts: OwnTexts<'_>) -> Option<String> {
    match texts {
        OwnTexts::Begun { taken, of } => Some(format!("your texts, {} of {}", figures(taken), figures(of))),
        OwnTexts::Nothing | OwnTexts::Ready(..) => None,
    }
}

/// An option of the list.
#[derive(Clone, Copy)]
struct Choice {
    /// Its place among all of them.
    place: usize,
    /// Whether the arrow keys are at it.
    is_here: bool,
}

/// What can be typed.
fn hints(reader: &Reader, texts: OwnTexts<'_>) -> Html {
    let hint = |typed: &'static str, what: &'static str| {
        let to = Address::of(Place::Search).with(TYPED, typed);
        html! { <li key={typed}><a href={to.href(&reader.form)}><code>{ typed }</code></a>{ " " }{ what }</li> }
    };
    html! {
        <div class="search-hints">
            <p>{ "A name in any spelling, a topic, a moment, another title, or words of an answer. What the dial hides is not searched." }</p>
            if !matches!(texts, OwnTexts::Nothing) {
                <p>{ "The texts that you have attached are searched as well, as far as they are open at the dial." }</p>
            }
            <ul>
                { hint("\"best friends\"", "just these words, one after the other") }
                { hint("review:2", "what one review says, by its number or name") }
                { hint("status:differ", "topics on which reviews differ; also agree, close, only-one") }
                { hint("is:praise", "what is praised; also mixed, criticism") }
                { hint("level:premise", "what gives this much away; also middle, ending") }
            </ul>
        </div>
    }
}

/// The kind, as a heading.
fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::Card => "People and characters",
        Kind::Topic => "Topics",
        Kind::Claim => "Answers",
        Kind::Moment => "Moments",
        Kind::Telling => "Tellings",
        Kind::Review => "Reviews",
        Kind::Related => "Other titles",
        Kind::Text => "In your texts",
    }
}

fn hit(reader: &Reader, kind: Kind, hit: &FoundHit, option: Choice) -> Html {
    let review = hit.review.as_deref().and_then(|id| reader.shown().review(&ReviewId::new(id)));
    let about = match kind {
        // What an answer answers.
        Kind::Claim => reader.shown().topic(&TopicId::new(&hit.id)).map(|topic| topic.title.as_str()),
        Kind::Text => review.map(|review| review.label.as_str()),
        _ => None,
    };
    html! {
        <a
            key={option.place}
            id={hit_id(option.place)}
            class="hit"
            role="option"
            aria-selected={option.is_here.to_string()}
            tabindex="-1"
            href={address(kind, hit, typed(reader)).href(&reader.form)}
        >
            if let Some(review) = review {
                { number_beside_label(review) }
            }
            <span class="hit-words">
                <span class="hit-name">
                    { marked(&hit.name) }
                    if let Some(about) = about {
                        { " " }
                        <span class="hit-about">{ about }</span>
                    }
                </span>
                <span class="hit-text">{ marked(&hit.text) }</span>
            </span>
        </a>
    }
}

fn marked(marked: &Marked) -> Html {
    html! {
        <>
            for (place, (piece, is_marked)) in marked.pieces.iter().enumerate() {
                if *is_marked {
                    <mark key={place}>{ piece.clone() }</mark>
                } else {
                    <span key={place}>{ piece.clone() }</span>
                }
            }
        </>
    }
}

/// The way to every hit of a kind, itself an option of the list: the same page with more of them.
fn more(reader: &Reader, group: &FoundGroup, option: Choice) -> Html {
    let mut kinds: Vec<&str> = reader.address.query.list(ALL).collect();
    kinds.push(group.kind.token());
    let whole = reader.address.clone().with(ALL, &kinds.join(","));
    html! {
        <a
            key="more"
            id={hit_id(option.place)}
            class="hit hit-more"
            role="option"
            aria-selected={option.is_here.to_string()}
            tabindex="-1"
            href={whole.href(&reader.form)}
        >
            { format!("Show {} more", figures(group.count - FIRST)) }
        </a>
    }
}

/// Where a hit leads: what reviews say, to the paragraph in which they do; in their texts, to the words that were typed.
fn address(kind: Kind, hit: &FoundHit, typed: &str) -> Address {
    let id = hit.id.clone();
    match kind {
        Kind::Card => Address::of(Place::Card(id)),
        Kind::Topic => Address::of(Place::Compare).with("topic", &id),
        Kind::Moment => Address::of(Place::Timeline).with("moment", &id),
        Kind::Review => Address::of(Place::Review(id)),
        Kind::Claim | Kind::Telling | Kind::Related | Kind::Text => {
            let review = Address::of(Place::Review(hit.review.clone().unwrap_or_default()));
            let paragraph = hit.paragraph.map_or_else(String::new, |paragraph| paragraph.to_string());
            let review = review.with(PARAGRAPH, &paragraph);
            if kind == Kind::Text { review.with(TYPED, typed) } else { review.with(TAKEN, &id) }
        }
    }
}
