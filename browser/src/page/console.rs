//! What stands on a page's console, asked of each engine in its own way.

use std::mem;
use std::sync::PoisonError;

use anyhow::Result;
use thirtyfour::{BrowserLogEntry, WebDriver};

use super::firefox;
use crate::driver::Printed;
use crate::engine::Engine;

/// The errors that Firefox has noted about pages, not about itself, and forgets with this. A file of which nothing has
/// come, whose hash is that of nothing, is one that was on its way when its page was left.
const NOTED: &str = "
    const of_a_page = Services.console.getMessageArray().filter(message =>
        message instanceof Ci.nsIScriptError && /^(https?|file|blob|data|debugger eval)/.test(message.sourceName)
        && !(message.flags & (Ci.nsIScriptError.warningFlag | Ci.nsIScriptError.infoFlag)));
    const nothing = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
    const said = of_a_page.map(message => message.errorMessage).filter(words => !words.includes(nothing));
    Services.console.reset();
    return said;";

/// What has been written since this was asked last.
pub(super) async fn read(driver: &WebDriver, engine: Engine, printed: &Printed) -> Result<Vec<BrowserLogEntry>> {
    if engine == Engine::Chromium {
        return Ok(driver.get_log("browser").await?);
    }
    let lines = mem::take(&mut *printed.lock().unwrap_or_else(PoisonError::into_inner));
    let mut entries: Vec<BrowserLogEntry> = lines.into_iter().map(|line| entry(line, "console-api")).collect();
    if engine == Engine::Firefox {
        entries.extend(noted(driver).await?.into_iter().map(|message| entry(message, "javascript")));
    }
    Ok(entries)
}

/// What Firefox keeps for its own console, which is out of a page's reach.
async fn noted(driver: &WebDriver) -> Result<Vec<String>> {
    Ok(serde_json::from_value(firefox::within(driver, NOTED, Vec::new()).await?)?)
}

fn entry(message: String, source: &str) -> BrowserLogEntry {
    let level = if is_error(&message) || source == "javascript" { "SEVERE" } else { "INFO" };
    BrowserLogEntry { level: level.to_owned(), message, timestamp: 0, source: Some(source.to_owned()) }
}

/// Whether a printed line is an error: `console.error: …` in Firefox, `CONSOLE JS ERROR …` in WebKitGTK.
fn is_error(line: &str) -> bool {
    let said = line.split_once(':').map_or(line, |(kind, _)| kind);
    said.starts_with("console.error") || line.starts_with("CONSOLE") && line.contains(" ERROR ")
}
