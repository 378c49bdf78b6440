//! From which paragraphs the record comes: a line for each review, a cell for each paragraph.
//!
//! What a cell shows is a border, so that forced colours and printers keep it, and its name says the same in words.

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Coverage, Covered};
use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::components::locator::paragraph_address;
use crate::components::review_number::number_beside_label;
use crate::markup::html;
use crate::numerals::counted;

/// From how many things on a cell is filled one step further.
const STEPS: [usize; 6] = [1, 2, 4, 7, 11, 17];

/// The longer a paragraph, the wider its cell: one step for so many code points, up to so many steps.
const WIDTH: (u32, u32) = (80, 10);

/// How to read the picture.
pub(super) const LEAD: &str = "A line is a review, a cell one of its paragraphs, fuller where more was taken from it and, \
                               where there is room, wider where it is longer. Each opens what that was.";

/// The picture.
pub(super) fn coverage(form: &Form, lines: &[Coverage<'static>]) -> Html {
    html! {
        <ul class="coverage">
            for line in lines {
                <li key={line.review.id.as_str()} data-review={line.review.number.to_string()}>
                    { head(form, line) }
                    <ol class="coverage-line" aria-label={format!("Paragraphs of {}", line.review.label)}>
                        for covered in &line.paragraphs {
                            { cell(form, line.review, *covered) }
                        }
                    </ol>
                </li>
            }
        </ul>
    }
}

fn head(form: &Form, line: &Coverage<'static>) -> Html {
    let review = line.review;
    let to = Address::of(Place::Review(review.id.to_string()));
    let drawn_on = line.paragraphs.iter().filter(|covered| covered.taken > 0).count();
    html! {
        <h3 class="coverage-head">
            { number_beside_label(review) }
            <a href={to.href(form)}>{ review.label.as_str() }</a>
            <span class="soft">{ format!("{drawn_on} of {}", counted(line.paragraphs.len(), "paragraph")) }</span>
        </h3>
    }
}

fn cell(form: &Form, review: &'static Review, covered: Covered) -> Html {
    let Covered { paragraph, length, taken } = covered;
    let (step, widest) = WIDTH;
    let words = match taken {
        0 => format!("nothing shown from ¶{paragraph}"),
        _ => format!("{} from ¶{paragraph}", counted(taken, "thing")),
    };
    let words = AttrValue::from(words);
    html! {
        <li key={paragraph} data-width={(length / step + 1).min(widest).to_string()}>
            <a
                class="covered"
                href={paragraph_address(review, paragraph).href(form)}
                data-taken={STEPS.iter().filter(|least| taken >= **least).count().to_string()}
                aria-label={words.clone()}
                title={words}
            >
                { paragraph }
            </a>
        </li>
    }
}
