//! The sign of a row's status: dots drawn from the answers, and the word.

use liner_notes_record::questions::{Dot, Row};
use yew::prelude::*;

use crate::markup::html;

/// Between two dots, and between two levels, in pixels.
const STEP: (u32, u32) = (8, 3);
const RADIUS: u32 = 3;

/// The status of a row. Dots on one level are one answer; one step apart, compatible; far apart, not; hollow, silent; a
/// bar, words that are not compared.
pub(crate) fn status_sign(row: &Row<'_>) -> Html {
    let highest = row.dots.iter().map(level).max().unwrap_or(0);
    let width = u32::try_from(row.dots.len()).unwrap_or(0) * STEP.0;
    let height = highest * STEP.1 + 2 * RADIUS + 2;
    html! {
        <span class="status" data-status={row.status.token()}>
            <svg
                class="dots"
                width={width.to_string()}
                height={height.to_string()}
                viewBox={format!("0 0 {width} {height}")}
                aria-hidden="true"
            >
                for (place, dot) in (0_u32..).zip(&row.dots) {
                    { draw(place, *dot, highest) }
                }
            </svg>
            { row.status.words() }
        </span>
    }
}

fn level(dot: &Dot) -> u32 {
    match dot {
        Dot::At(level) => u32::from(*level),
        Dot::Silent | Dot::Uncompared => 0,
    }
}

/// The first answer stands on top; silent reviews stay on the line of the first.
fn draw(place: u32, dot: Dot, highest: u32) -> Html {
    let cx = (place * STEP.0 + STEP.0 / 2).to_string();
    let cy = level(&dot).min(highest) * STEP.1 + RADIUS + 1;
    match dot {
        Dot::At(_) => {
            html! { <circle key={place} {cx} cy={cy.to_string()} r="2.75" stroke-width="0" /> }
        }
        Dot::Silent => {
            html! { <circle key={place} class="is-hollow" {cx} cy={cy.to_string()} r="2.25" stroke-width="1" /> }
        }
        Dot::Uncompared => {
            let x = (place * STEP.0 + 1).to_string();
            html! { <rect key={place} {x} y={(cy - 1).to_string()} width="6" height="2" stroke-width="0" /> }
        }
    }
}
