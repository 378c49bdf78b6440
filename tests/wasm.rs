//! The app's parts in a browser: the record unpacks, and the first render of a place depends on the place alone.

#![cfg(target_arch = "wasm32")]

use liner_notes::address::{Form, Place};
use liner_notes::app::{App, AppProps, RecordRef};
use liner_notes::collection;
use liner_notes_record::{Dial, Record, Shown};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

fn record() -> Result<&'static Record, JsValue> {
    collection::record().map_err(|error| error.to_string().into())
}

/// The app at a place, rendered from scratch into an element of its own, which is in no page. The address bar says the
/// same place, because that is where the app looks once it stands.
async fn render(place: &Place) -> Result<Element, JsValue> {
    // What starts the app on a page brings this; here is no desk to ask.
    #[expect(clippy::disallowed_methods, reason = "it stands for what the page has by itself")]
    js_sys::eval("globalThis.linerNotes = { ask() {}, handOver() {}, heard() {} }")?;
    let path = format!("/{}", place.path());
    gloo::utils::window().history()?.replace_state_with_url(&JsValue::NULL, "", Some(&path))?;
    let root = gloo::utils::document().create_element("div")?;
    let form = Form::Path { base: "/".to_owned() };
    let props = AppProps { record: RecordRef(record()?), form, place: place.clone(), is_drawn: false };
    yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
    // Yew renders when its turn comes, which is before that of anything asked for after it.
    yew::platform::time::sleep(std::time::Duration::ZERO).await;
    Ok(root)
}

/// A place of every kind.
fn places() -> Result<Vec<Place>, JsValue> {
    let shown = Shown::new(record()?, Dial::None);
    let main = Place::single().take(5).map(|(place, _)| place.clone());
    let cards = shown.characters().map(|one| Place::Card(one.id.to_string()));
    let reviews = shown.reviews().iter().map(|review| Place::Review(review.id.to_string()));
    let others = [Place::About, Place::Unknown("no/such/page".to_owned())];
    Ok(main.chain(cards).chain(reviews).chain(others).collect())
}

#[wasm_bindgen_test]
fn the_packed_record_unpacks() -> Result<(), JsValue> {
    assert!(!Shown::new(record()?, Dial::None).reviews().is_empty());
    Ok(())
}

#[wasm_bindgen_test]
async fn every_place_renders_one_heading() -> Result<(), JsValue> {
    for place in places()? {
        let headings = render(&place).await?.query_selector_all("h1")?;
        assert_eq!(headings.length(), 1, "{place:?}");
    }
    Ok(())
}

#[wasm_bindgen_test]
async fn two_renders_of_a_place_are_the_same() -> Result<(), JsValue> {
    for place in places()? {
        let one = render(&place).await?.inner_html();
        assert!(!one.is_empty(), "{place:?}");
        assert_eq!(one, render(&place).await?.inner_html(), "{place:?}");
    }
    Ok(())
}

#[wasm_bindgen_test]
async fn no_render_carries_a_style() -> Result<(), JsValue> {
    for place in places()? {
        let styled = render(&place).await?.query_selector_all("[style]")?;
        assert_eq!(styled.length(), 0, "{place:?}");
    }
    Ok(())
}
