//! From a draft with words to a file with locators.

use anyhow::{Context, Result, bail};
use liner_notes_record::model::Locator;
use liner_notes_record::spelled::places_of;
use liner_notes_record::text::Text;
use toml_edit::{Array, DocumentMut, Item, Table, Value, value};

/// The filled form of a review's draft. Locators that are there already stay as they are.
pub(super) fn fill(draft: &str, text: &Text) -> Result<String> {
    let mut document: DocumentMut = draft.parse().context("not TOML")?;
    measure(&mut document, text);
    for kind in ["claim", "telling", "mention", "slip"] {
        for table in tables(&mut document, kind) {
            if let Some(at) = table.get_mut("at").and_then(Item::as_array_mut) {
                fill_places(at, text)?;
            }
        }
    }
    fill_spellings(&mut document, text)?;
    Ok(document.to_string())
}

fn tables<'d>(document: &'d mut DocumentMut, kind: &str) -> impl Iterator<Item = &'d mut Table> {
    document.get_mut(kind).and_then(Item::as_array_of_tables_mut).into_iter().flat_map(|tables| tables.iter_mut())
}

/// Enters the text's words, SHA-256 and paragraph lengths where they are missing.
pub(crate) fn measure(document: &mut DocumentMut, text: &Text) {
    if !document.contains_key("words") {
        document["words"] = value(i64::try_from(text.words()).unwrap_or(i64::MAX));
    }
    if !document.contains_key("sha256") {
        document["sha256"] = value(text.sha256());
    }
    if !document.contains_key("paragraphs") {
        let lengths = text.paragraphs().iter().map(|paragraph| i64::try_from(paragraph.len()).unwrap_or(i64::MAX));
        document["paragraphs"] = value(lengths.collect::<Array>());
    }
}

fn fill_places(at: &mut Array, text: &Text) -> Result<()> {
    for place in at.iter_mut() {
        let words = place.as_str().unwrap_or_default().to_owned();
        if !words.starts_with('¶') {
            let locator = place_of(&words, text)?;
            *place = Value::from(locator.to_string());
        }
    }
    lay_out(at);
    Ok(())
}

/// The one place that a draft such as `5: words` means.
fn place_of(draft: &str, text: &Text) -> Result<Locator> {
    let (paragraph, words) =
        draft.split_once(':').with_context(|| format!("`{draft}` is not of the form `5: words`"))?;
    let paragraph: u16 = paragraph.trim().parse().with_context(|| format!("`{draft}` does not start with a number"))?;
    let places = text.places(words.trim(), Some(paragraph));
    match places.as_slice() {
        [place] => Ok(place.clone()),
        [] => bail!(
            "`{}` does not stand in paragraph {paragraph}; copy the words from the text, quotes and dashes included",
            words.trim()
        ),
        many => bail!("`{}` stands {} times in paragraph {paragraph}; give more words", words.trim(), many.len()),
    }
}

/// Lists every place of each spelling that is not inside a longer spelling of the same review, nor inside a word.
fn fill_spellings(document: &mut DocumentMut, text: &Text) -> Result<()> {
    let forms: Vec<String> = tables(document, "spelling")
        .filter_map(|table| table.get("text").and_then(Item::as_str).map(str::to_owned))
        .collect();
    let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
    for table in tables(document, "spelling") {
        if table.contains_key("at") {
            continue;
        }
        let form = table.get("text").and_then(Item::as_str).unwrap_or_default().to_owned();
        let only = table.remove("only");
        let mut at: Array = match only.as_ref().and_then(Item::as_array) {
            Some(only) => {
                let mut places = Vec::new();
                for draft in only {
                    places.push(inside(&place_of(draft.as_str().unwrap_or_default(), text)?, &form, text)?);
                }
                places.iter().map(Locator::to_string).collect()
            }
            None => places_of(&form, &forms, text).iter().map(Locator::to_string).collect(),
        };
        if at.is_empty() {
            bail!(
                "`{form}` stands nowhere in the text outside a longer form; write it as the text does, or take it out"
            );
        }
        lay_out(&mut at);
        table.insert("at", Item::Value(Value::Array(at)));
    }
    Ok(())
}

/// The place of `form` inside a longer passage.
fn inside(passage: &Locator, form: &str, text: &Text) -> Result<Locator> {
    let within =
        |place: &Locator| place.start >= passage.start && place.start + place.length <= passage.start + passage.length;
    let mut places = text.places(form, Some(passage.paragraph)).into_iter().filter(within);
    places.next().with_context(|| format!("`{form}` is not inside the words given for it; give words that hold it"))
}

/// One place a line when there are several.
fn lay_out(at: &mut Array) {
    let several = at.len() > 1;
    for place in at.iter_mut() {
        place.decor_mut().set_prefix(if several { "\n    " } else { "" });
        place.decor_mut().set_suffix("");
    }
    at.set_trailing(if several { "\n" } else { "" });
    at.set_trailing_comma(several);
}
