//! What the app shows at a place before it knows anything of its reader.

use anyhow::{Context, Result};
use liner_notes::address::{Form, Place};
use liner_notes::app::{App, AppProps, RecordRef};
use liner_notes_record::Record;
use yew::ServerRenderer;

/// The app's first render at `place`, which the browser takes over.
pub(crate) fn draw(record: &'static Record, base: &str, place: &Place) -> Result<String> {
    let (base, place) = (base.to_owned(), place.clone());
    let renderer = ServerRenderer::<App>::with_props(move || AppProps {
        record: RecordRef(record),
        form: Form::Path { base },
        place,
        is_drawn: false,
    });
    let runtime = tokio::runtime::Builder::new_current_thread().build().context("starting to draw")?;
    Ok(runtime.block_on(renderer.hydratable(false).render()))
}
