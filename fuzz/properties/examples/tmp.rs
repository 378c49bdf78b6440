//! t
use liner_notes_properties::samples;
use liner_notes_record::Dial;
use liner_notes_record::document::Document;
fn main() {
    std::fs::write("fuzz/seeds/document/story", serde_json::to_vec(&Document::of(&samples::told(Dial::All))).unwrap())
        .unwrap();
    std::fs::write(
        "fuzz/seeds/document/premise",
        serde_json::to_vec(&Document::of(&samples::told(Dial::None))).unwrap(),
    )
    .unwrap();
}
