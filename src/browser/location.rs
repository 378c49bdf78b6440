//! The address bar and the way back.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, document_element, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlLinkElement, MouseEvent};

use crate::address::{Address, Form};

/// What a page that is the whole app in one file says of itself on its root element.
const ONE_FILE: &str = "data-one-file";

/// How addresses are written on this page: after a `#` when it is the whole app in one file, wherever that lies, else
/// as paths below the folder in which the app's icon stands, which is where it was deployed to.
pub(crate) fn form() -> Form {
    if document_element().has_attribute(ONE_FILE) {
        return Form::Hash;
    }
    let location = window().location();
    let icon = document().query_selector("link[rel=icon]").ok().flatten();
    let icon = icon.and_then(|icon| icon.dyn_into::<HtmlLinkElement>().ok()).map(|icon| icon.href());
    let path = icon.zip(location.origin().ok()).and_then(|(href, origin)| Some(href.strip_prefix(&origin)?.to_owned()));
    let base = path.as_deref().and_then(|path| path.rsplit_once('/')).map_or("", |(folder, _)| folder);
    Form::Path { base: format!("{base}/") }
}

/// Where the reader is.
pub(crate) fn here(form: &Form) -> Address {
    let location = window().location();
    let text = |part: Result<String, JsValue>| part.unwrap_or_default();
    Address::from_location(form, &text(location.pathname()), &text(location.search()), &text(location.hash()))
}

/// A new place in the history.
pub(crate) fn push(address: &Address, form: &Form) {
    if let Ok(history) = window().history() {
        // Refused only under a flood of calls; the view changes all the same.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address.href(form)));
    }
}

/// The same place in the history, with other choices.
pub(crate) fn replace(address: &Address, form: &Form) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address.href(form)));
    }
}

/// Calls back with the address whenever the reader goes to another: by a link in the app, or back and forward through
/// the history. Until dropped.
pub(crate) fn on_move(
    form: &Form,
    follow: impl Fn(Address) + 'static,
    go_back: impl Fn(Address) + 'static,
) -> [EventListener; 2] {
    [on_follow(form.clone(), follow), on_return(form.clone(), go_back)]
}

/// A plain click on a link in the app no longer loads the page anew. Any other click, such as one that opens a new
/// tab, stays the browser's, and so do links that lead elsewhere.
fn on_follow(form: Form, call: impl Fn(Address) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        let click = event.dyn_ref::<MouseEvent>().filter(|click| is_plain(click) && !click.default_prevented());
        let target = click.and_then(|click| click.target()?.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a:not([download], [target])").ok()?);
        let to = link.and_then(|link| Address::from_href(&form, &link.get_attribute("href")?));
        if let Some(to) = to {
            event.prevent_default();
            // A link to where the reader is already takes no step, as everywhere on the web.
            if to != here(&form) {
                push(&to, &form);
            }
            call(to);
        }
    })
}

fn is_plain(click: &MouseEvent) -> bool {
    click.button() == 0 && !(click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key())
}

fn on_return(form: Form, call: impl Fn(Address) + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| call(here(&form)))
}
