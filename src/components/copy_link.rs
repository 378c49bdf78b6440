//! Copying the address of the page. All that was chosen is in it, so the button stands beside whatever the address points
//! at: the view, a row, a moment, a paragraph. What is copied, `assets/share.js` knows.

use yew::prelude::*;

use crate::markup::html;

/// The button, beside something on a page.
pub(crate) fn copy_link() -> Html {
    button(Some("copy-link"))
}

/// The one above a page, whose look comes with what it stands in: pages are kept light.
pub(crate) fn copy_page_link() -> Html {
    button(None)
}

fn button(class: Option<&'static str>) -> Html {
    html! { <button type="button" {class} data-copy=".">{ "Copy link" }</button> }
}
