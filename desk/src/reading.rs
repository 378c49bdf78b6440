//! Reading files as texts, whatever they were written in.

use js_sys::{Reflect, Uint8Array};
use liner_notes::sheets::shelf::{MOST, Refusal};
use liner_notes_desk::encoding;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, TextDecoder, TextDecoderOptions};

/// The name and the words of something that was attached: a file, what was pasted, which comes as a text, or a folder,
/// of which the page says no more than its name.
pub(crate) async fn read(one: JsValue) -> (String, Result<String, Refusal>) {
    if let Some(pasted) = one.as_string() {
        return ("What you pasted".to_owned(), Ok(pasted));
    }
    let name = Reflect::get(&one, &"name".into()).ok().and_then(|name| name.as_string());
    let words = match one.dyn_into::<Blob>() {
        Ok(file) => words(&file).await,
        Err(_) => Err(Refusal::Folder),
    };
    (name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| "A file without a name".to_owned()), words)
}

async fn words(file: &Blob) -> Result<String, Refusal> {
    // Before anything of it is read.
    if file.size() > MOST as f64 {
        return Err(Refusal::TooLarge);
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| Refusal::Unreadable)?;
    decode(&Uint8Array::new(&bytes).to_vec()).ok_or(Refusal::NoText)
}

/// As what its bytes tell, else as what old Windows programs write in the west.
fn decode(bytes: &[u8]) -> Option<String> {
    match encoding(bytes) {
        "utf-8" => with("utf-8", bytes).or_else(|| with("windows-1252", bytes)),
        utf_16 => with(utf_16, bytes),
    }
}

fn with(label: &str, bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    TextDecoder::new_with_label_and_options(label, &options).ok()?.decode_with_u8_array(bytes).ok()
}
