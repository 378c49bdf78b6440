//! The switch between the system's colours, light and dark.

use yew::prelude::*;

use crate::markup::html;
use crate::reader::{Action, ReaderHandle, Theme};

/// One button that goes round the three themes and says which one it is at.
pub(crate) fn theme_switch(reader: &ReaderHandle) -> Html {
    let theme = reader.kept.theme;
    let onclick = {
        let dispatch = reader.dispatcher();
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::Paint(theme.next())))
    };
    let (word, drawing) = match theme {
        Theme::System => ("as the system", "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18"),
        Theme::Light => (
            "light",
            "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5",
        ),
        Theme::Dark => ("dark", "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"),
    };
    let label = format!("Colours: {word}");
    html! {
        <button type="button" class="theme-switch" data-theme-choice={theme.token()} aria-label={label.clone()} title={label} {onclick}>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d={drawing} /></svg>
        </button>
    }
}
