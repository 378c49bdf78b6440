//! What one thing of the record says as an annotation, and why.

use liner_notes_record::Shown;
use liner_notes_record::questions::Entry;
use serde::Serialize;

/// What was taken from a place.
pub(super) struct Taken {
    /// What it is, in a few signs that an address can have.
    pub(super) name: String,
    pub(super) motivation: &'static str,
    pub(super) body: Vec<Body>,
}

#[derive(Serialize)]
pub(super) struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
}

impl Body {
    fn new(purpose: &'static str, value: &str) -> Self {
        Self { kind: "TextualBody", purpose, format: "text/plain", value: value.to_owned() }
    }
}

/// A claim and a telling describe what the review says, a mention why it names another title; a slip is our comment; a
/// spelling identifies who is meant.
pub(super) fn taken(shown: Shown<'_>, entry: &Entry<'_>) -> Taken {
    let (name, motivation, text, tag) = match entry {
        Entry::Claim(topic, claim) => {
            let name = format!("claim-{}-{}", topic.id, claim.answer);
            (name, "describing", claim.text.as_str(), Some(topic.title.as_str()))
        }
        Entry::Telling(moment, telling) => {
            (format!("telling-{}", moment.id), "describing", telling.text.as_str(), Some(moment.title.as_str()))
        }
        Entry::Mention(mention) => {
            let title = shown.related(&mention.work).map_or(mention.title.as_str(), |work| work.title.as_str());
            (format!("mention-{}", mention.work), "describing", mention.why.as_str(), Some(title))
        }
        Entry::Slip(slip) => (format!("slip-{}", slip.id), "commenting", slip.text.as_str(), None),
        Entry::Spelling(spelling) => {
            let whose = shown.name_of(&spelling.of).unwrap_or(&spelling.text);
            (format!("spelling-{}", spelling.of.slug()), "identifying", whose, None)
        }
    };
    let body = [Body::new(motivation, text)].into_iter().chain(tag.map(|tag| Body::new("tagging", tag)));
    Taken { name, motivation, body: body.collect() }
}
