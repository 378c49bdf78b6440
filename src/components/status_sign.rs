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
                width={width.to_string()}
                height={height.to_string()}
                viewBox={format!("0 0 {width} {height}")}
                aria-hidden="true"
            >
                { drawn(row, "dots", |dot| matches!(dot, Dot::At(_)), |x, y| format!("M{x} {y}h0")) }
                { drawn(row, "dots-bars", |dot| *dot == Dot::Uncompared, |x, y| format!("M{} {y}h6", x - RADIUS)) }
                { drawn(row, "dots-hollow", |dot| *dot == Dot::Silent, |x, y| {
                    format!("M{}.75 {y}a2.25 2.25 0 1 0 4.5 0a2.25 2.25 0 1 0-4.5 0", x - RADIUS)
                }) }
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

/// All dots of one kind as one shape: a table has hundreds. The first answer stands on top; silent reviews stay on the
/// line of the first.
fn drawn(row: &Row<'_>, class: &'static str, is_so: fn(&Dot) -> bool, shape: fn(u32, u32) -> String) -> Html {
    let dots = (0_u32..).zip(&row.dots).filter(|(_, dot)| is_so(dot));
    let shapes: String =
        dots.map(|(place, dot)| shape(place * STEP.0 + STEP.0 / 2, level(dot) * STEP.1 + RADIUS + 1)).collect();
    html! {
        if !shapes.is_empty() {
            <path {class} d={shapes} />
        }
    }
}
