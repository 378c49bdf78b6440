//! The piece of a page that the desk draws, and how it is with it.

use yew::prelude::*;

use crate::components::notice::{notice, strange_keys};
use crate::markup::html;
use crate::reader::{Reader, ReaderHandle, Sheet};
use crate::sheet;

/// That a sheet is not there which is all of its page.
const LOST: &str = "This could not be loaded.";

/// A page of which all is the desk's but its heading, what its address says that it does not know, and what stands over
/// the sheet.
pub(crate) fn framed(reader: &ReaderHandle, keys: &[&str], over: Html) -> Html {
    html! {
        <div class={reader.address.place.path()}>
            <h1 class="page-title" tabindex="-1">{ reader.address.place.name().unwrap_or_default() }</h1>
            { notice(reader, strange_keys(&reader.address.query, keys)) }
            { over }
            { sheet_status(reader, LOST) }
            { sheet(reader) }
        </div>
    }
}

/// The sheet as it was last drawn.
pub(crate) fn sheet(reader: &Reader) -> Html {
    let drawn = reader.sheet.drawn.as_deref();
    html! {
        if let Some(drawn) = drawn {
            { sheet::read(drawn) }
        }
    }
}

/// What is on it in a few words, or, in these words, that it could not be loaded, and what can be done then.
pub(crate) fn sheet_status(reader: &Reader, lost: &'static str) -> Html {
    let Sheet { drawn, says, is_lost, .. } = &reader.sheet;
    let words = match drawn {
        _ if *is_lost => lost,
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
