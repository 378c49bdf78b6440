//! What a browser of each engine is asked for when it is opened.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use thirtyfour::Capabilities;

use crate::engine::Engine;
use crate::programs::{Firefox, Programs, WebKit, flags};

/// What a browser is to do otherwise than it does for most readers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Otherwise<'o> {
    /// Write down what its threads do, in Chromium, as far as it is of these categories.
    pub(crate) traced: &'o [&'o str],
    /// Let no page keep anything, as readers can set it.
    pub(crate) keeps_nothing: bool,
    /// Let no WebAssembly have more pages of memory than these, of 64 KiB each.
    pub(crate) memory: Option<u32>,
}

/// A browser of that engine.
pub(crate) fn wanted(engine: Engine, otherwise: Otherwise<'_>) -> Result<Capabilities> {
    let wanted = match engine {
        Engine::Chromium => chromium(otherwise)?,
        Engine::Firefox => firefox()?,
        Engine::WebKit => webkit(otherwise)?,
    };
    let Value::Object(wanted) = wanted else {
        bail!("what {engine} is asked for is no list of capabilities");
    };
    Ok(wanted.into())
}

/// The number by which Chromium's settings say that something is blocked.
const BLOCKED: u8 = 2;

/// How large Chromium's window is, which counts in a tab that nobody has shown on a screen of its own.
const WINDOW: &str = "--window-size=1280,900";

fn chromium(Otherwise { traced, keeps_nothing, memory }: Otherwise<'_>) -> Result<Value> {
    let memory = memory.map(|pages| format!("--js-flags=--wasm-max-mem-pages={pages}"));
    let flags: Vec<&str> = flags().into_iter().chain([WINDOW]).chain(memory.as_deref()).collect();
    let mut options = json!({ "binary": Programs::find()?.chromium, "args": flags });
    if !traced.is_empty() {
        options["perfLoggingPrefs"] = json!({ "traceCategories": traced.join(",") });
    }
    if keeps_nothing {
        options["prefs"] = json!({ "profile.default_content_setting_values.cookies": BLOCKED });
    }
    Ok(json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    }))
}

fn firefox() -> Result<Value> {
    let preferences = json!({
        // geckodriver lets pages from disk read what lies beside them; no reader's Firefox does.
        "security.fileuri.strict_origin_policy": true,
        // What a page says on its console is printed, for whoever drives it to read.
        "devtools.console.stdout.content": true,
        // What it would do for itself while a page is looked at: other processes in store, pictures of pages, news.
        "dom.ipc.processPrelaunch.enabled": false,
        "browser.sessionstore.resume_from_crash": false,
        "browser.sessionstore.interval": 3_600_000,
        "places.history.enabled": false,
        "browser.pagethumbnails.capturing_disabled": true,
        "browser.newtabpage.enabled": false,
        "browser.startup.homepage": "about:blank",
        "browser.startup.page": 0,
        "browser.download.folderList": 2,
        "browser.download.useDownloadDir": true,
        "browser.download.alwaysOpenPanel": false,
        "browser.helperApps.deleteTempFileOnExit": false,
    });
    Ok(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": { "binary": Firefox::browser()?, "args": ["-headless"], "prefs": preferences },
    }))
}

fn webkit(Otherwise { keeps_nothing, .. }: Otherwise<'_>) -> Result<Value> {
    let mut arguments =
        vec!["--automation", "--enable-write-console-messages-to-stdout=true", "--enable-developer-extras=true"];
    if keeps_nothing {
        arguments.extend(["--enable-html5-local-storage=false", "--features=-IndexedDBAPI"]);
    }
    Ok(json!({
        "webkitgtk:browserOptions": { "binary": WebKit::find()?.browser, "args": arguments },
    }))
}
