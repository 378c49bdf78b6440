//! Where texts are kept on the device: a database of the browser's, one for each folder that the app stands in, since
//! some hosts give one origin to all of a person's sites.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use liner_notes::sheets::shelf::Attached;
use wasm_bindgen::JsValue;

/// The only store in it. Its keys are the ids of texts, its values their names and words.
const TEXTS: &str = "texts";

/// Parts the name from the words; no name of a file has a line's end.
const PART: char = '\n';

/// An open database.
#[derive(Debug)]
pub(crate) struct Storage(Database);

impl Storage {
    /// Opens the one of that name, new where there is none.
    pub(crate) async fn open(name: &str) -> Result<Self, Error> {
        let mut open = Factory::new()?.open(name, Some(1))?;
        open.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                // Refused only where it is there already.
                let _ = database.create_object_store(TEXTS, ObjectStoreParams::new());
            }
        });
        Ok(Self(open.await?))
    }

    /// The names and words of all texts in it. What is no text is passed over, and stays.
    pub(crate) async fn texts(&self) -> Result<Vec<(String, String)>, Error> {
        let transaction = self.0.transaction(&[TEXTS], TransactionMode::ReadOnly)?;
        let values = transaction.object_store(TEXTS)?.get_all(None, None)?.await?;
        let read = |value: JsValue| {
            let value = value.as_string()?;
            let (name, words) = value.split_once(PART)?;
            Some((name.to_owned(), words.to_owned()))
        };
        Ok(values.into_iter().filter_map(read).collect())
    }

    /// Keeps the texts that are `attached`, by their ids, and lets go of those that are `gone`: all of it, or nothing.
    pub(crate) async fn keep(&self, attached: &[(String, String)], gone: &[String]) -> Result<(), Error> {
        let transaction = self.0.transaction(&[TEXTS], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(TEXTS)?;
        for id in gone {
            store.delete(JsValue::from(id))?.await?;
        }
        for (id, value) in attached {
            store.put(&value.into(), Some(&id.into()))?.await?;
        }
        transaction.commit()?.await?;
        Ok(())
    }
}

/// A text as it is kept: its id, and its name and words.
pub(crate) fn kept(text: &Attached) -> (String, String) {
    let name = text.name.replace(PART, " ");
    (text.id.clone(), format!("{name}{PART}{}", text.words))
}
