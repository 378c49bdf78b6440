//! The score as a picture to take along: a document that stands by itself, with what its signs mean, whose lines they
//! are and which moments.
//!
//! The score in it is the page's own drawing, held still. Round it everything is laid out here, since a picture has
//! nothing that breaks its lines: words get the room that they take in the widest of faces, whichever are at hand.

mod columns;
mod end;
mod key;
mod legend;
mod letters;
mod stilled;

use liner_notes_record::Lookup;
use liner_notes_record::questions::{Timeline, timeline};
use yew::prelude::*;

use self::columns::moments;
use self::end::closed_end;
use self::key::meanings;
use self::legend::{heading, reviews};
use self::letters::{Face, lines};
use self::stilled::stilled;
use super::choices::{Choices, Order};
use super::geometry::Letters;
use super::score::{drawing, unit};
use crate::components::edition::edition_words;
use crate::markup::html;
use crate::reader::ReaderHandle;

/// Round everything.
const MARGIN: f64 = 48.0;

/// Between the margins.
const WIDTH: f64 = 1168.0;

/// What has been laid out so far, from the top down.
#[derive(Default)]
struct Sheet {
    parts: Vec<Html>,
    /// How far down it reaches.
    height: f64,
}

impl Sheet {
    /// Adds what is so high, that far below the last.
    fn add(&mut self, below: f64, part: Html, height: f64) {
        let y = self.height + below;
        self.parts.push(html! { <g transform={format!("translate({} {})", unit(MARGIN), unit(y))}>{ part }</g> });
        self.height = y + height;
    }

    /// Adds words, in lines of so many units each.
    fn write(&mut self, below: f64, class: &'static str, words: &str, face: &Face, line: f64) {
        let lines = lines(words, WIDTH, face);
        #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
        let height = lines.len() as f64 * line;
        self.add(below, legend::text(class, 0.0, face.size, line, lines), height);
    }
}

/// Draws what the reader's view of the timeline shows, in its order; `published` is the address of the collection.
pub(crate) fn picture(reader: &ReaderHandle, published: &str) -> Html {
    let shown = reader.shown();
    let order = Choices::read(&reader.address.query, |_| Lookup::<()>::Unknown).order;
    let timeline = timeline(shown);
    let work = &shown.work().title;
    let spoilers = format!("Spoilers: {}", shown.dial().words());
    let edition = edition_words(shown.edition());
    let mut sheet = Sheet { height: MARGIN, ..Sheet::default() };
    sheet.write(0.0, "work", work, &Face::serif(34.0), 40.0);
    sheet.write(4.0, "about", about(order), &Face::strong(15.0), 20.0);
    score(&mut sheet, reader, &timeline, order);
    let (key, height) = meanings(order, &timeline);
    sheet.add(20.0, key, height);
    let (lines, height) = reviews(&timeline.reviews);
    sheet.add(26.0, heading("The reviews"), 32.0);
    sheet.add(0.0, lines, height);
    sheet.add(26.0, heading("The moments"), 32.0);
    if timeline.places.is_empty() {
        sheet.write(0.0, "words", "Nothing of the story is told at this stop of the dial.", &Face::plain(14.0), 20.0);
    } else {
        let (columns, height) = moments(&timeline);
        sheet.add(0.0, columns, height);
    }
    sheet.add(30.0, html! { <line class="rule" x1="0" x2={unit(WIDTH)} y1="0" y2="0" /> }, 0.0);
    let licence = &shown.edition().licence;
    let foot = format!("{work} · {spoilers} · {edition} · {licence} · {published}");
    sheet.write(12.0, "foot", &foot, &Face::plain(13.0), 19.0);
    let (width, height) = (unit(WIDTH + 2.0 * MARGIN), unit(sheet.height + MARGIN - 12.0));
    html! {
        <svg
            xmlns="http://www.w3.org/2000/svg"
            lang="en"
            class="timeline"
            width={width.clone()}
            height={height.clone()}
            viewBox={format!("0 0 {width} {height}")}
        >
            <title>{ format!("{work}: the story, scored. {spoilers}. {edition}.") }</title>
            <rect class="ground" {width} {height} />
            { sheet.parts }
        </svg>
    }
}

/// What the picture is of, under the work's title.
fn about(order: Order) -> &'static str {
    match order {
        Order::Story => "The story, scored, in the story’s order",
        Order::Told => "The story, scored, as each review tells it",
    }
}

/// The staff, and the end that is closed where the story goes on.
fn score(sheet: &mut Sheet, reader: &ReaderHandle, timeline: &Timeline<'static>, order: Order) {
    // No moment is the chosen one: there is none of that index.
    let (staff, drawing) = drawing(timeline, order, usize::MAX, &Callback::noop(), Letters::WIDEST);
    let score = html! {
        <g class="score">
            { stilled(&drawing, order) }
            if timeline.goes_on {
                { closed_end(reader, staff.width, WIDTH - staff.width, staff.height) }
            }
        </g>
    };
    sheet.add(24.0, score, staff.height);
}
