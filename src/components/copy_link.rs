//! Copying the address of the page. All that was chosen is in it, so the button stands beside whatever the address points
//! at: the view, a row, a moment, a paragraph. What is copied, `assets/share.js` knows.

use yew::prelude::*;

use crate::markup::html;

/// The button.
pub(crate) fn copy_link() -> Html {
    html! { <button type="button" class="copy-link" data-copy=".">{ "Copy link" }</button> }
}
