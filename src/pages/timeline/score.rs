//! The wide score: staff, heads, what stands over them and beneath.
//!
//! It is a picture for those who see it and point at it. The list beneath holds the same for everyone else, with
//! buttons, so the drawing is hidden from assistive technology and takes no focus.

use liner_notes_record::model::Review;
use liner_notes_record::questions::Timeline;
use yew::prelude::*;

use super::bracket::brackets;
use super::choices::Order;
use super::chords::{Scene, chords};
use super::closed_bar::closed_bar;
use super::geometry::{LABEL, Letters, Load, Staff};
use super::overhead::{bracket_rows, bracket_signs, name_rows, phase_bars, spare};
use super::words::label_lines;
use crate::markup::html;
use crate::reader::ReaderHandle;

/// A coordinate, to a tenth. Without the standard library's way to write fractions, which can write any.
pub(super) fn unit(value: f64) -> String {
    let tenths = (value * 10.0).round_ties_even() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// The score.
pub(super) fn score(
    reader: &ReaderHandle,
    timeline: &Timeline<'static>,
    order: Order,
    chosen: usize,
    choose: &Callback<usize>,
) -> Html {
    let (_, drawing) = drawing(timeline, order, chosen, choose, Letters::OWN);
    html! {
        <div class="score" data-goes-on={timeline.goes_on.to_string()}>
            { drawing }
            if timeline.goes_on {
                { closed_bar(reader) }
            }
        </div>
    }
}

/// The drawing of it, with its measures; where there is no moment of the index `chosen`, none is marked.
pub(super) fn drawing(
    timeline: &Timeline<'static>,
    order: Order,
    chosen: usize,
    choose: &Callback<usize>,
    letters: Letters,
) -> (Staff, Html) {
    let brackets = brackets(timeline);
    let bracket_rows = bracket_rows(timeline, &brackets);
    let ranks = timeline.places.iter().flat_map(|place| place.heads.iter());
    let labels = timeline.reviews.iter();
    let labels = labels.flat_map(|review| label_lines(&review.label, LABEL));
    let load = Load {
        lines: timeline.reviews.len(),
        moments: timeline.places.len(),
        ranks: ranks.flatten().map(|head| head.rank).max().unwrap_or(1),
        label: labels.map(|line| line.chars().count()).max().unwrap_or(0),
        names: 0,
        spare: 0.0,
        brackets: bracket_rows.iter().max().map_or(0, |row| row + 1),
        goes_on: timeline.goes_on,
    };
    // How far names reach does not depend on the number of their rows, so that can be found first.
    let load = Load { spare: spare(timeline, &Staff::of(load.clone(), letters), letters), ..load };
    let names = name_rows(timeline, &Staff::of(load.clone(), letters), letters);
    let staff = Staff::of(Load { names: names.iter().map(|name| name.row + 1).max().unwrap_or(0), ..load }, letters);
    let spread = match order {
        Order::Story => staff.clone(),
        Order::Told => staff.spread(),
    };
    let scene = Scene { timeline, staff: &staff, spread: &spread, order, chosen };
    let drawing = html! {
        <svg
            class="score-drawing"
            viewBox={format!("0 0 {} {}", unit(staff.width), unit(staff.height))}
            aria-hidden="true"
            focusable="false"
        >
            { lines(timeline, &spread) }
            <g class="of-story">
                { phase_bars(&names, &staff) }
                { bracket_signs(timeline, &brackets, &bracket_rows, &staff, chosen) }
            </g>
            { numbers(&staff, timeline.places.len(), load.ranks, chosen) }
            { chords(&scene, choose) }
            if !timeline.goes_on {
                { final_bar(&spread) }
            }
        </svg>
    };
    (staff, drawing)
}

fn lines(timeline: &Timeline<'_>, staff: &Staff) -> Html {
    let (top, bottom) = (staff.line(0), staff.last());
    let line = |(index, review): (usize, &&Review)| {
        let at = format!("translate(0 {})", unit(staff.line(index)));
        let words = label_lines(&review.label, LABEL);
        let top = if words.len() > 1 { -6.5 } else { 0.0 };
        let words = words.into_iter().zip([top, top + 13.0]).enumerate();
        html! {
            <g key={review.id.as_str()} class="staff-line" data-review={review.number.to_string()} transform={at}>
                <line class="line" x1={unit(staff.start - 8.0)} x2={unit(staff.width)} />
                <circle class="line-disc" cx="11" r="11" />
                <text class="line-number" x="11">{ review.number }</text>
                for (place, (words, y)) in words {
                    <text key={place} class="line-label" x="30" y={unit(y)}>{ words }</text>
                }
            </g>
        }
    };
    html! {
        <>
            for one in timeline.reviews.iter().enumerate() {
                { line(one) }
            }
            <line
                class="first-bar"
                x1={unit(staff.start)}
                x2={unit(staff.start)}
                y1={unit(top)}
                y2={unit(bottom)}
            />
        </>
    }
}

/// Beneath the staff: the numbers of the moments, or the ranks they give way to.
fn numbers(staff: &Staff, moments: usize, ranks: usize, chosen: usize) -> Html {
    let y = unit(staff.numbers());
    html! {
        <>
            <g class="numbers of-story">
                <text class="axis" x="0" y={y.clone()}>{ "Moment" }</text>
                for moment in 0..moments {
                    <text
                        key={moment}
                        class={if moment == chosen { "number is-chosen" } else { "number" }}
                        x={unit(staff.story(moment))}
                        y={y.clone()}
                    >
                        { moment + 1 }
                    </text>
                }
            </g>
            <g class="numbers of-telling">
                <text class="axis" x="0" y={y.clone()}>{ "Told as number" }</text>
                for rank in 1..=ranks {
                    <text key={rank} class="number" x={unit(staff.told(rank))} y={y.clone()}>{ rank }</text>
                }
            </g>
        </>
    }
}

/// The double bar that says: this was all of it.
fn final_bar(staff: &Staff) -> Html {
    let (y1, y2) = (unit(staff.line(0)), unit(staff.last()));
    let (thin, thick) = (unit(staff.width - 10.0), unit(staff.width - 2.5));
    html! {
        <g class="final-bar">
            <line class="thin" x1={thin.clone()} x2={thin} y1={y1.clone()} y2={y2.clone()} />
            <line class="thick" x1={thick.clone()} x2={thick} {y1} {y2} />
        </g>
    }
}
