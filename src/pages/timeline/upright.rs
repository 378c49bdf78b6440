//! The upright score: its staff behind the list, a row of heads beside each title, the discs on top.
//!
//! Everything across the staff is in hundredths of its width, which the style sheet sets by the number of lines.

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Head, Place};
use yew::prelude::*;

use crate::markup::html;

/// The height of a row of heads, and of the middle of its heads, in pixels.
const MIDDLE: u32 = 24;

/// Where a line stands across the staff.
fn across(line: usize, lines: usize) -> String {
    let lines = lines.max(1);
    let hundredths = ((2 * line + 1) * 10_000 + lines) / (2 * lines);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// The lines, behind the whole list.
pub(super) fn staff(reviews: &[&Review]) -> Html {
    let line = |(index, review): (usize, &&Review)| {
        let x = across(index, reviews.len());
        html! { <line key={review.id.as_str()} x1={x.clone()} x2={x} y1="0" y2="100%" /> }
    };
    html! {
        <svg class="upright-staff" aria-hidden="true" focusable="false">
            for one in reviews.iter().enumerate() {
                { line(one) }
            }
        </svg>
    }
}

/// The discs over the lines.
pub(super) fn discs(reviews: &[&Review]) -> Html {
    let disc = |(index, review): (usize, &&Review)| {
        let x = across(index, reviews.len());
        html! {
            <g key={review.id.as_str()} data-review={review.number.to_string()}>
                <circle class="line-disc" cx={x.clone()} cy="50%" r="10" />
                <text class="line-number" {x} y="50%">{ review.number }</text>
            </g>
        }
    };
    html! {
        <div class="upright-discs">
            <svg aria-hidden="true" focusable="false">
                for one in reviews.iter().enumerate() {
                    { disc(one) }
                }
            </svg>
        </div>
    }
}

/// The heads of one moment, on a beam; each bears its rank for the telling order.
pub(super) fn heads(place: &Place<'static>, reviews: &[&Review]) -> Html {
    let lines = reviews.len();
    let told = || {
        let heads = place.heads.iter().enumerate();
        heads.filter_map(|(line, head)| Some((line, head.as_ref()?)))
    };
    let beam = told().next().zip(told().next_back());
    let beam = beam.filter(|(first, last)| first.0 < last.0);
    let y = MIDDLE.to_string();
    let head = |(line, head): (usize, &Head<'static>)| {
        let x = across(line, lines);
        let review = reviews[line];
        html! {
            <g
                key={review.id.as_str()}
                class={if head.alludes() { "head is-open" } else { "head" }}
                data-review={review.number.to_string()}
            >
                <ellipse class="note" cx={x.clone()} cy={y.clone()} rx="8.5" ry="6" />
                <text class="head-number" {x} y={y.clone()}>{ head.rank }</text>
            </g>
        }
    };
    html! {
        <svg class="upright" aria-hidden="true" focusable="false">
            if let Some(((first, _), (last, _))) = beam {
                <line
                    class="beam of-story"
                    x1={across(first, lines)}
                    x2={across(last, lines)}
                    y1={(MIDDLE + 9).to_string()}
                    y2={(MIDDLE + 9).to_string()}
                />
            }
            for one in told() {
                { head(one) }
            }
        </svg>
    }
}
