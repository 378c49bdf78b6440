//! The piece of a page that the desk draws, and how it is with it.

use yew::prelude::*;

use crate::markup::html;
use crate::reader::{Reader, Sheet};
use crate::sheet;

/// The sheet as it was last drawn.
pub(crate) fn sheet(reader: &Reader) -> Html {
    let drawn = reader.sheet.drawn.as_deref();
    html! {
        if let Some(drawn) = drawn {
            { sheet::read(drawn) }
        }
    }
}

/// What is on it in a few words, or that it is not there, and what can be done then.
pub(crate) fn sheet_status(reader: &Reader) -> Html {
    let Sheet { drawn, says, is_lost, .. } = &reader.sheet;
    let words = match drawn {
        _ if *is_lost => "This could not be loaded.",
        None if reader.settled => "One moment…",
        _ => says,
    };
    html! {
        <>
            <p class="sheet-status" role="status">{ words.to_owned() }</p>
            if *is_lost {
                <p><a class="button" href={reader.address.href(&reader.form)}>{ "Try again" }</a></p>
            }
        </>
    }
}
