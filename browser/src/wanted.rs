//! What a browser of each engine is asked for when it is opened.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use thirtyfour::Capabilities;

use crate::engine::Engine;
use crate::programs::{Firefox, Programs, WebKit, flags};
use crate::screen::Screen;

/// What Chromium is to do otherwise than it does for most readers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Otherwise<'o> {
    /// Write down what its threads do, as far as it is of these categories.
    pub(crate) traced: &'o [&'o str],
    /// Let no page keep anything, as readers can set it.
    pub(crate) keeps_nothing: bool,
    /// Let no WebAssembly have more pages of memory than these, of 64 KiB each.
    pub(crate) memory: Option<u32>,
}

/// A browser of that engine for a reader at that screen.
pub(crate) fn wanted(engine: Engine, screen: &Screen, otherwise: Otherwise<'_>) -> Result<Capabilities> {
    let wanted = match engine {
        Engine::Chromium => chromium(screen, otherwise)?,
        Engine::Firefox => firefox(screen)?,
        Engine::WebKit => webkit(screen)?,
    };
    let Value::Object(wanted) = wanted else {
        bail!("what {engine} is asked for is no list of capabilities");
    };
    Ok(wanted.into())
}

/// The number by which Chromium's settings say that something is blocked.
const BLOCKED: u8 = 2;

fn chromium(screen: &Screen, Otherwise { traced, keeps_nothing, memory }: Otherwise<'_>) -> Result<Value> {
    let size = format!("--window-size={},{}", screen.width, screen.height);
    let memory = memory.map(|pages| format!("--js-flags=--wasm-max-mem-pages={pages}"));
    let flags: Vec<&str> = flags().into_iter().chain([size.as_str()]).chain(memory.as_deref()).collect();
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

fn firefox(screen: &Screen) -> Result<Value> {
    let mut preferences = json!({
        // geckodriver lets pages from disk read what lies beside them; no reader's Firefox does.
        "security.fileuri.strict_origin_policy": true,
        // What a page says on its console is printed, for whoever drives it to read.
        "devtools.console.stdout.content": true,
    });
    for (feature, value) in &screen.media {
        let (name, value) = firefox_preference(feature, value)?;
        preferences[name] = value.into();
    }
    Ok(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": { "binary": Firefox::browser()?, "args": ["-headless"], "prefs": preferences },
    }))
}

/// The preference that makes Firefox take a media feature to have a value.
pub(crate) fn firefox_preference(feature: &str, value: &str) -> Result<(&'static str, i64)> {
    Ok(match (feature, value) {
        ("prefers-color-scheme", "dark") => ("layout.css.prefers-color-scheme.content-override", 0),
        ("prefers-color-scheme", "light") => ("layout.css.prefers-color-scheme.content-override", 1),
        ("prefers-reduced-motion", "reduce") => ("ui.prefersReducedMotion", 1),
        ("prefers-reduced-motion", "no-preference") => ("ui.prefersReducedMotion", 0),
        _ => bail!("nobody has said yet how Firefox is made to have {feature}: {value}"),
    })
}

fn webkit(screen: &Screen) -> Result<Value> {
    let mut arguments = vec!["--automation", "--enable-write-console-messages-to-stdout=true"];
    for (feature, value) in &screen.media {
        match (*feature, *value) {
            ("prefers-color-scheme", "light") => {}
            ("prefers-color-scheme", "dark") => arguments.push("--dark-mode"),
            _ => bail!("nobody has said yet how WebKitGTK is made to have {feature}: {value}"),
        }
    }
    Ok(json!({
        "webkitgtk:browserOptions": { "binary": WebKit::find()?.browser, "args": arguments },
    }))
}

#[cfg(test)]
mod tests {
    use super::firefox_preference;

    #[test]
    fn what_firefox_cannot_be_told_is_said() {
        assert!(firefox_preference("prefers-color-scheme", "dark").is_ok());
        assert!(firefox_preference("forced-colors", "active").is_err_and(|said| said.to_string().contains("forced")));
    }
}
