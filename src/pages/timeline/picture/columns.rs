//! The list of the moments, by phase, in columns as even as its lines let them be.

use liner_notes_record::questions::Timeline;
use yew::prelude::*;

use super::super::score::unit;
use super::WIDTH;
use super::legend::text;
use super::letters::{Face, lines};
use crate::markup::html;

/// Columns abreast at most, and the room between them.
const MOST: usize = 3;
const BETWEEN: f64 = 40.0;

/// How high a column is at least before there is another.
const LEAST: f64 = 120.0;

/// How much higher they may be for the sake of phases that stay whole.
const FOR_WHOLE: f64 = 1.4;

/// Where titles start, right of their numbers.
const TITLE: f64 = 34.0;

/// From a line to the next, between moments, over a phase's name, and from its first line to the moment under it.
const LINE: f64 = 19.0;
const AFTER: f64 = 5.0;
const OVER: f64 = 12.0;
const UNDER: f64 = 6.0;

/// What stands in a column, one below the other.
enum Item {
    /// A phase's name, in its lines.
    Phase(Vec<String>),
    /// A moment: its number, its title in its lines.
    Moment(usize, Vec<String>),
}

#[expect(clippy::cast_precision_loss, reason = "a few dozen lines")]
fn high(lines: &[String]) -> f64 {
    lines.len() as f64 * LINE
}

impl Item {
    /// Its height where something is above it or nothing.
    fn height(&self, is_first: bool) -> f64 {
        match self {
            Self::Phase(lines) => high(lines) + UNDER + if is_first { 0.0 } else { OVER },
            Self::Moment(_, lines) => high(lines) + AFTER,
        }
    }
}

/// The columns, and how high they are.
pub(super) fn moments(timeline: &Timeline<'static>) -> (Html, f64) {
    let column = pitch() - BETWEEN;
    let mut items = Vec::new();
    for span in &timeline.phases {
        items.push(Item::Phase(lines(&span.phase.name, column, &Face::serif(16.0))));
        for place in timeline.places.iter().take(span.last + 1).skip(span.first) {
            items.push(Item::Moment(place.number, lines(&place.moment.title, column - TITLE, &Face::plain(14.0))));
        }
    }
    let (broken, least) = lowest(&items, false);
    let (whole, high) = lowest(&items, true);
    let (columns, tall) = if high <= least * FOR_WHOLE { (whole, high) } else { (broken, least) };
    let mut x = 0.0;
    let mut drawn = Vec::new();
    for items in columns {
        drawn.push(html! { <g transform={format!("translate({} 0)", unit(x))}>{ drawn_column(&items) }</g> });
        x += pitch();
    }
    (html! { <>{ drawn }</> }, tall)
}

/// From the start of a column to that of the next.
#[expect(clippy::cast_precision_loss, reason = "three")]
pub(super) fn pitch() -> f64 {
    (WIDTH + BETWEEN) / MOST as f64
}

/// The lowest columns that hold all of it, and how high they are; with phases that stay whole, where that is wanted.
fn lowest(items: &[Item], are_whole: bool) -> (Vec<Vec<&Item>>, f64) {
    let all: f64 = items.iter().map(|item| item.height(false)).sum();
    let mut high = LEAST;
    let mut columns = broken(items, high, are_whole);
    while columns.len() > MOST && high <= all {
        high += 4.0;
        columns = broken(items, high, are_whole);
    }
    let tall = columns.iter().map(|column| tall(column)).fold(0.0, f64::max);
    (columns, tall)
}

fn tall(column: &[&Item]) -> f64 {
    column.iter().enumerate().map(|(place, item)| item.height(place == 0)).sum()
}

/// The items in columns that are no higher than that, as far as items let them; a phase's name stays with its first
/// moment, or with all of them, and stands once more where a column begins within the phase.
fn broken(items: &[Item], high: f64, are_whole: bool) -> Vec<Vec<&Item>> {
    let mut columns: Vec<Vec<&Item>> = Vec::new();
    let mut column: Vec<&Item> = Vec::new();
    let mut phase = None;
    let mut rest = items;
    while let Some((item, after)) = rest.split_first() {
        let moments = after.iter().take_while(|item| matches!(item, Item::Moment(..))).count();
        let (together, after) = rest.split_at(match item {
            Item::Phase(_) if are_whole => 1 + moments,
            Item::Phase(_) => 1 + moments.min(1),
            Item::Moment(..) => 1,
        });
        let next: Vec<&Item> = column.iter().copied().chain(together).collect();
        if !column.is_empty() && tall(&next) > high {
            columns.push(std::mem::take(&mut column));
            if let Item::Moment(..) = item {
                column.extend(phase);
            }
        }
        if let Item::Phase(_) = item {
            phase = Some(item);
        }
        column.extend(together);
        rest = after;
    }
    if !column.is_empty() {
        columns.push(column);
    }
    columns
}

fn drawn_column(items: &[&Item]) -> Html {
    let mut y = 0.0;
    let mut drawn = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let start = y;
        y += item.height(place == 0);
        drawn.push(match item {
            Item::Phase(words) => {
                text("phase-name", 0.0, start + 14.0 + if place == 0 { 0.0 } else { OVER }, LINE, words.clone())
            }
            Item::Moment(number, words) => html! {
                <>
                    <text class="count" x={unit(TITLE - 12.0)} y={unit(start + 14.0)}>{ *number }</text>
                    { text("words", TITLE, start + 14.0, LINE, words.clone()) }
                </>
            },
        });
    }
    html! { <>{ drawn }</> }
}
