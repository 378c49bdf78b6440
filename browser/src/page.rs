//! An open page: what one can do with it beyond what WebDriver offers.

use std::ops::Deref;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::extensions::query::ElementQueryable;
use thirtyfour::{BrowserLogEntry, By, WebDriver};

use crate::screen::Screen;

/// How long the app may take to start.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often to look whether it has.
const GLANCE: Duration = Duration::from_millis(25);

/// A page in a Chromium of its own. Everything that [`WebDriver`] can do, it can do as well.
///
/// It stays open until [`Page::close`], or until the [`Browser`](crate::Browser) it is from is
/// dropped.
#[derive(Debug)]
pub struct Page {
    driver: WebDriver,
}

/// A picture of a whole page.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its width in CSS pixels; wider than the screen where the page scrolls sideways.
    pub width: u64,
    /// Its height in CSS pixels.
    pub height: u64,
    /// The picture as a PNG file.
    pub png: Vec<u8>,
}

impl Page {
    /// The page that `driver` has open.
    pub(crate) fn new(driver: WebDriver) -> Self {
        Self { driver }
    }

    /// Closes the page and its Chromium.
    ///
    /// # Errors
    ///
    /// When Chromium has gone already.
    pub async fn close(self) -> Result<()> {
        self.driver.clone().quit().await.context("closing the page")
    }

    /// Waits until the app has started: until it has put `data-ready="true"` on the document element.
    ///
    /// # Errors
    ///
    /// When it has not within ten seconds; the error holds what the console says.
    pub async fn ready(&self) -> Result<()> {
        let found = self.driver.query(By::Css("html[data-ready='true']")).wait(PATIENCE, GLANCE).exists().await?;
        if found {
            return Ok(());
        }
        let address = self.driver.current_url().await?;
        let said: Vec<String> = self.console().await?.into_iter().map(|entry| entry.message).collect();
        bail!(
            "the app at {address} was not ready after {} s; its console says: [{}]",
            PATIENCE.as_secs(),
            said.join("; ")
        )
    }

    /// Waits until every font that the page asked for has come or has failed to.
    ///
    /// # Errors
    ///
    /// When Chromium has gone.
    pub async fn fonts(&self) -> Result<()> {
        let script = "const done = arguments[arguments.length - 1];\
                      document.fonts.ready.then(() => done());";
        self.driver.execute_async(script, Vec::new()).await.context("waiting for the page's fonts")?;
        Ok(())
    }

    /// What the page wrote to the console, and what Chromium wrote there about it, since this was
    /// asked last.
    ///
    /// `level` is `SEVERE` for errors and `source` tells where an entry is from: `console-api` for
    /// the app's own, `javascript` for uncaught errors, `network` for failed requests. A page that
    /// the host answers with its page for unknown paths leaves one of `network`.
    ///
    /// # Errors
    ///
    /// When Chromium has gone.
    pub async fn console(&self) -> Result<Vec<BrowserLogEntry>> {
        self.driver.get_log("browser").await.context("reading the page's console")
    }

    /// The addresses that the page requested, in order, since this was asked last. Those of data
    /// inside the page (`data:`, `blob:`) are among them.
    ///
    /// # Errors
    ///
    /// When Chromium has gone.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let log = self.driver.get_log("performance").await.context("reading the page's requests")?;
        Ok(log.iter().filter_map(|entry| requested(&entry.message)).collect())
    }

    /// What Chromium's threads did since this was asked last, as events of its trace format, for a page that was opened
    /// [with a trace](crate::Browser::page_with_trace).
    ///
    /// # Errors
    ///
    /// When Chromium has gone.
    pub async fn trace(&self) -> Result<Vec<Value>> {
        let log = self.driver.get_log("performance").await.context("reading the page's trace")?;
        Ok(log.iter().filter_map(|entry| traced(&entry.message)).collect())
    }

    /// Moves the page to another screen, or to a reader with other preferences. Scroll bars come
    /// and go with the next page opened.
    ///
    /// # Errors
    ///
    /// When Chromium has gone or knows no such media feature.
    pub async fn show_on(&self, screen: &Screen) -> Result<()> {
        let size = json!({
            "width": screen.width,
            "height": screen.height,
            "deviceScaleFactor": 1,
            "mobile": false,
        });
        let features: Vec<Value> =
            screen.media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let chromium = self.driver.cdp();
        chromium.send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": !screen.scroll_bars })).await?;
        chromium.send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        chromium.send_raw("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }

    /// Has `script` run in every page opened from now on, before anything of the page itself, as in
    /// `localStorage.setItem("liner-notes.theme", "dark")`.
    ///
    /// # Errors
    ///
    /// When Chromium has gone.
    pub async fn before_each(&self, script: &str) -> Result<()> {
        self.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        Ok(())
    }

    /// Takes a picture of the whole page, however far it reaches beyond the screen. What is
    /// fixed to the bottom of the window stands where the window ends, and a page on a screen with
    /// scroll bars is cut where its bar was: use [`Screen::without_scroll_bars`].
    ///
    /// # Errors
    ///
    /// When Chromium has gone or cannot draw the page.
    pub async fn picture(&self) -> Result<Picture> {
        let chromium = self.driver.cdp();
        let metrics = chromium.send_raw("Page.getLayoutMetrics", json!({})).await?;
        let length = |name: &str| {
            metrics
                .pointer(&format!("/cssContentSize/{name}"))
                .and_then(|length| length.as_u64().or_else(|| length.as_f64().map(|l| l.ceil() as u64)))
                .with_context(|| format!("Chromium gives no {name} of the page"))
        };
        let (width, height) = (length("width")?, length("height")?);
        let shot = chromium
            .send_raw(
                "Page.captureScreenshot",
                json!({
                    "format": "png",
                    "captureBeyondViewport": true,
                    "clip": { "x": 0, "y": 0, "width": width, "height": height, "scale": 1 },
                }),
            )
            .await?;
        let data = shot.get("data").and_then(Value::as_str).context("Chromium gives no picture")?;
        let png = STANDARD.decode(data).context("Chromium gives a picture that is no base64")?;
        Ok(Picture { width, height, png })
    }
}

impl Deref for Page {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Drop for Page {
    /// Leaves the closing to the browser. WebDriver's own closing would hold up the very runtime
    /// that it waits for, for two minutes.
    fn drop(&mut self) {
        // The one error there can be says that the page is closed already.
        self.driver.clone().leak().ok();
    }
}

/// The address in an entry of the performance log, when it is about a request being sent.
fn requested(entry: &str) -> Option<String> {
    let entry: Value = serde_json::from_str(entry).ok()?;
    let message = entry.get("message")?;
    if message.get("method")? != "Network.requestWillBeSent" {
        return None;
    }
    message.pointer("/params/request/url")?.as_str().map(str::to_owned)
}

/// The event in an entry of the performance log, when it is part of a trace.
fn traced(entry: &str) -> Option<Value> {
    let mut entry: Value = serde_json::from_str(entry).ok()?;
    let message = entry.get_mut("message")?;
    if message.get("method")? != "Tracing.dataCollected" {
        return None;
    }
    message.get_mut("params").map(Value::take)
}

#[cfg(test)]
mod tests {
    use super::{requested, traced};

    #[test]
    fn an_event_of_a_trace_is_told_from_the_rest_of_the_log() {
        let event = r#"{"message":{"method":"Tracing.dataCollected","params":{"name":"RunTask"}}}"#;
        assert_eq!(
            traced(event).and_then(|event| Some(event.get("name")?.as_str()?.to_owned())).as_deref(),
            Some("RunTask")
        );
        assert_eq!(traced(r#"{"message":{"method":"Page.frameNavigated","params":{}}}"#), None);
    }

    #[test]
    fn only_requests_being_sent_have_an_address() {
        let sent = r#"{"message":{"method":"Network.requestWillBeSent","params":{"request":{"url":"http://a/"}}}}"#;
        assert_eq!(requested(sent).as_deref(), Some("http://a/"));
        let other = r#"{"message":{"method":"Page.frameNavigated","params":{}}}"#;
        assert_eq!(requested(other), None);
        assert_eq!(requested("no JSON"), None);
    }
}
