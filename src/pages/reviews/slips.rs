//! The mistakes inside one review, noted and left as they stand.

use liner_notes_record::model::Review;
use yew::prelude::*;

use crate::components::locator::locators;
use crate::markup::html;
use crate::reader::Reader;

/// Our notes on them; nothing where there are none.
pub(super) fn slips(reader: &Reader, review: &'static Review) -> Html {
    let slips: Vec<_> = reader.shown().slips().filter(|slip| slip.review == review.id).collect();
    html! {
        if !slips.is_empty() {
            <section class="review-slips">
                <h2>{ "Slips of the text" }</h2>
                <ul>
                    for slip in slips {
                        <li key={slip.id.as_str()}>
                            <p>{ slip.text.as_str() }</p>
                            { locators(&reader.form, review, &slip.at, slip.id.as_str()) }
                        </li>
                    }
                </ul>
            </section>
        }
    }
}
