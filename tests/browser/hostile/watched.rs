//! Someone in front of a page that is watched from within.

use anyhow::{Context, Result, ensure};
use liner_notes_browser::{Screen, figures};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::collection::Collection;
use crate::patience::until;
use crate::reader::Reader;

/// What watches a page and hands it strings.
const PAGE: &str = include_str!("page.js");

/// How many a page is handed in one go: a driver waits half a minute for a script, however busy the machine is.
const IN_ONE_GO: usize = 50;

/// A page that is watched.
pub(super) struct Watched<'r> {
    reader: &'r Reader,
}

/// What was seen on it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Seen {
    /// Scripts that ran.
    pub(super) runs: Vec<String>,
    /// Markup that is none of ours, addresses that lead where none may, what the page's policy has refused.
    pub(super) strange: Vec<String>,
    /// Errors that nobody caught, and what was said on the console as one: a panic is.
    errors: Vec<String>,
    /// What took longer than a second to be answered.
    slow: Vec<String>,
}

/// Someone in front of the one file of a collection.
pub(super) async fn in_front_of_the_one_file(collection: &Collection) -> Result<Reader> {
    Reader::of_one_file(collection, &Screen::new(1280, 900).light()).await
}

impl<'r> Watched<'r> {
    /// The page that the reader has open.
    pub(super) fn new(reader: &'r Reader) -> Self {
        Self { reader }
    }

    /// Hands the page everything in one way, one after the other, each once the one before is answered.
    pub(super) async fn each(&self, way: &str, what: &[Value]) -> Result<()> {
        // What holds many by itself is handed over by itself.
        let at_once = if what.iter().any(Value::is_array) { 1 } else { IN_ONE_GO };
        for some in what.chunks(at_once) {
            let script = format!(
                "const [way, some, done] = arguments; {PAGE} \
                 hostile.each(way, some).then(done, (error) => done(String(error.stack ?? error)));"
            );
            let answer = self.reader.page().execute_async(&script, vec![json!(way), json!(some)]).await?;
            let answered = answer.json().as_u64();
            let given = format!("{some:?}");
            let start: String = given.chars().take(2000).collect();
            ensure!(answered == Some(some.len() as u64), "{way}: {} of {start}", answer.json());
        }
        Ok(())
    }

    /// Puts a string on the page as markup, which the app never does.
    pub(super) async fn by_mistake(&self, string: &str) -> Result<()> {
        let script = format!(
            "{PAGE} const place = document.body.appendChild(document.createElement('div')); \
             place.innerHTML = arguments[0]; return true"
        );
        self.reader.ask_with::<bool>(&script, vec![json!(string)]).await?;
        Ok(())
    }

    async fn seen(&self) -> Result<Seen> {
        self.reader.ask(&format!("{PAGE} return hostile.seen()")).await
    }

    /// What was seen, once a script has run.
    pub(super) async fn waits_for_a_run(&self) -> Result<Seen> {
        until("a script that ran", |seen: &Seen| !seen.runs.is_empty(), async || self.seen().await).await
    }

    /// No script ran, nothing strange came onto the page, nothing failed, and nothing took long.
    pub(super) async fn is_unharmed(&self) -> Result<()> {
        let Seen { runs, strange, errors, slow } = self.seen().await?;
        ensure!(runs.is_empty(), "scripts ran: {runs:?}");
        ensure!(strange.is_empty(), "on the page is {strange:?}");
        ensure!(errors.is_empty(), "the page says {errors:?}");
        ensure!(slow.is_empty(), "answers took long: {slow:?}");
        Ok(())
    }

    /// Tells how many strings came in that way, and how many became more than a text.
    pub(super) async fn tells(&self, way: &str, inputs: usize) -> Result<()> {
        let Seen { runs, strange, .. } = self.seen().await?;
        figures::tell(&format!("hostile.{way}.inputs"), inputs)?;
        figures::tell(&format!("hostile.{way}.escapes"), runs.len() + strange.len())?;
        self.is_unharmed().await.with_context(|| format!("strings in this way: {way}"))
    }
}
