//! The page itself: where the app stands in it, its title, its theme, its focus.

use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::address::Place;
use crate::reader::{Reveal, Theme};

/// Where the app stands: the element with the id `app`, or else the body.
pub(crate) fn root() -> Element {
    document().get_element_by_id("app").unwrap_or_else(|| document().body().map_or_else(document_element, Into::into))
}

/// Whether the first render of `place` stands in `root` already.
pub(crate) fn is_drawn(root: &Element, place: &Place) -> bool {
    root.get_attribute("data-drawn").is_some_and(|drawn| drawn == place.path())
}

/// Has the drawing that follows take its nodes from what stands in `root`, where `assets/boot.js` is there to see to
/// it; else they are made anew.
pub(crate) fn draw(root: &Element) {
    tell(root, "draw");
}

/// Ends that: it is drawn.
pub(crate) fn drawn() {
    tell(&root(), "drawn");
}

/// Lets go of what was left over: all is taken over.
pub(crate) fn taken_over() {
    tell(&root(), "taken-over");
}

fn tell(root: &Element, what: &str) {
    // Refused are only names that are empty and events under way.
    if let Ok(event) = Event::new(&format!("liner-notes:{what}")) {
        let _ = root.dispatch_event(&event);
    }
}

/// Says plainly that nothing can be shown.
pub(crate) fn say_failure(what: &str) {
    root().set_text_content(Some(what));
}

/// Does something as soon as the browser has had its turn, so that what takes long does not keep it waiting in one
/// piece. Dropped before, it is not done.
pub(crate) fn soon(act: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(0, act)
}

/// Sets the window's title.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets the theme on the root element.
pub(crate) fn paint(theme: Theme) {
    let root = document_element();
    // Setting or removing an attribute that has a valid name cannot fail.
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.token()),
    };
}

/// Lets the page be seen where it was held back until the query and what the device kept had arrived.
pub(crate) fn let_be_seen() {
    let _ = document_element().remove_attribute("data-held");
}

/// Marks that they have arrived, for whoever drives the page from outside.
pub(crate) fn mark_ready() {
    let _ = document_element().set_attribute("data-ready", "true");
}

/// Takes the reader to the top of a new page: its heading gets the focus, so that it is read out.
pub(crate) fn arrive() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    if let Some(heading) = document().query_selector("main h1").ok().flatten() {
        focus(&heading);
    }
}

/// Brings the start of the element with that id into view and puts the focus on it; says whether there is one. One that
/// is hidden, or in something hidden, is none.
pub(crate) fn show(id: &str) -> bool {
    let is_hidden = |element: &Element| element.closest("[hidden]").is_ok_and(|hidden| hidden.is_some());
    let element = document().get_element_by_id(id).filter(|element| !is_hidden(element));
    if let Some(element) = &element {
        lay_out();
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        element.scroll_into_view_with_scroll_into_view_options(&options);
        focus(element);
    }
    element.is_some()
}

/// Has all of the page laid out: until it is, nobody can tell where things are.
fn lay_out() {
    let _ = document_element().set_attribute("data-laid-out", "");
}

/// Scrolls no more than it takes to see what is to be seen, and puts the focus where it is to be.
pub(crate) fn reveal(reveal: &Reveal) {
    lay_out();
    if let Some(element) = document().get_element_by_id(&reveal.seen) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    if let Some(element) = document().get_element_by_id(&reveal.focused) {
        focus(&element);
    }
}

/// Puts the focus on an element, without scrolling.
pub(crate) fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Opens the dialog with that id over the page, or closes it.
pub(crate) fn set_dialog(id: &str, open: bool) {
    let dialog = document().get_element_by_id(id);
    let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    if open && !dialog.open() {
        // Refused only when it is open already.
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}
