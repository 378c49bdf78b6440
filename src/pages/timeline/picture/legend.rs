//! Headings, words in lines, and whose lines of the staff are whose.

use liner_notes_record::model::Review;
use yew::prelude::*;

use super::super::score::unit;
use super::WIDTH;
use super::columns::pitch;
use super::letters::{Face, lines};
use super::stilled::DOWN;
use crate::markup::html;

/// From a line of words to the next.
const LINE: f64 = 20.0;

/// A heading over a part.
pub(super) fn heading(words: &'static str) -> Html {
    html! { <text class="part" x="0" y="18">{ words }</text> }
}

/// Words in lines, the first on the base line `y`.
pub(super) fn text(class: &'static str, x: f64, y: f64, line: f64, lines: Vec<String>) -> Html {
    let (x, mut y) = (unit(x), y);
    let mut written = Vec::new();
    for words in lines {
        written.push(html! { <text {class} x={x.clone()} y={unit(y)}>{ words }</text> });
        y += line;
    }
    html! { <>{ written }</> }
}

/// The reviews with their numbers, in rows of at most four, and how high that is.
pub(super) fn reviews(reviews: &[&'static Review]) -> (Html, f64) {
    let rows = reviews.len().div_ceil(4).max(1);
    let abreast = reviews.len().div_ceil(rows).max(1);
    // Above the columns of the moments, as far as there are no more.
    let column = if abreast > 3 { WIDTH / 4.0 } else { pitch() };
    let face = Face::plain(14.0);
    let mut drawn = Vec::new();
    let mut y = 0.0;
    for row in reviews.chunks(abreast) {
        let (mut x, mut most) = (0.0, 1.0_f64);
        for review in row {
            let words = lines(&review.label, column - 30.0 - 24.0, &face);
            #[expect(clippy::cast_precision_loss, reason = "a few lines")]
            let tall = words.len() as f64;
            most = most.max(tall);
            drawn.push(html! {
                <g
                    class={format!("review-{}", review.number)}
                    transform={format!("translate({} {})", unit(x), unit(y))}
                >
                    <circle class="line-disc" cx="11" cy="11" r="11" />
                    <text class="line-number" x="11" y="11" dy={DOWN}>{ review.number }</text>
                    { text("words", 30.0, 16.0, LINE, words) }
                </g>
            });
            x += column;
        }
        y += most * LINE + 10.0;
    }
    (html! { <>{ drawn }</> }, y - 10.0)
}
