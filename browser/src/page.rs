//! An open page: what one can do with it beyond what WebDriver offers.
//!
//! What no driver has a word for goes through Chromium's own protocol, through Firefox's own code and through WebKitGTK's
//! inspector. What one engine alone can do says so where another is asked for it.

mod chromium;
mod console;
mod firefox;
mod size;
mod webkit;

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::{BrowserLogEntry, WebDriver};

use crate::driver::{Driver, Printed};
use crate::engine::Engine;
use crate::inspector::Inspector;
use crate::screen::Screen;
use crate::wanted::Otherwise;

/// How long the app may take to start; far more than it ever does, and less than a driver waits for a script.
const PATIENCE: Duration = Duration::from_secs(25);

/// Has the page itself say when the app has started and everything is in its place, or that it has not in that many
/// milliseconds. To ask it over and over keeps Firefox from coming to its timers, and the app goes through those when it
/// is slow.
const READY: &str = "
    const [patience, done] = arguments;
    const root = document.documentElement;
    // A page that gives way to another has none for a moment.
    if (!root) return done(false);
    const is_ready = () => root.dataset.ready === 'true' && 'laidOut' in root.dataset && (done(true), true);
    if (!is_ready()) {
        new MutationObserver((_, watch) => is_ready() && watch.disconnect()).observe(root, { attributes: true });
        setTimeout(() => done(false), patience);
    }";

/// A page in a browser of its own. Everything that [`WebDriver`] can do, it can do as well.
///
/// It stays open until [`Page::close`], or until the [`Browser`](crate::Browser) it is from is dropped; then that may leave
/// what shows it to others.
#[derive(Debug)]
pub struct Page {
    driver: WebDriver,
    engine: Engine,
    /// What the browser has printed of this page's console.
    printed: Printed,
    /// The way to what WebKitGTK's driver has no word for.
    inspector: Option<Inspector>,
    /// What is to run before each page of WebKitGTK, which is told all of it at once.
    before_each: Mutex<Vec<String>>,
    /// The folder of the browser's own.
    home: Option<PathBuf>,
    /// Where to say that the browser is closed.
    closed: Arc<AtomicBool>,
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
    /// The page that is open in a browser of that engine, which `from` has started.
    pub(crate) fn new(driver: WebDriver, engine: Engine, from: &Driver) -> Result<Self> {
        // From here on whoever leaves leaves its closing to the browser.
        let mut page = Self {
            driver,
            engine,
            printed: from.printed(),
            inspector: None,
            before_each: Mutex::default(),
            home: from.home().map(Path::to_owned),
            closed: from.closed(),
        };
        if engine == Engine::WebKit {
            page.inspector = Some(Inspector::connect(from.id())?);
        }
        Ok(page)
    }

    /// Gets the browser ready, which in Chromium and Firefox may have been another's.
    pub(crate) async fn begin(&self, otherwise: Otherwise<'_>, was_anothers: bool) -> Result<()> {
        match self.engine {
            Engine::Chromium if was_anothers => chromium::begin(&self.driver).await?,
            Engine::Chromium => {}
            Engine::Firefox => {
                firefox::begin(&self.driver, otherwise).await?;
                self.printed.lock().unwrap_or_else(PoisonError::into_inner).clear();
            }
            Engine::WebKit => webkit::begin(&self.driver, self.inspector()?).await?,
        }
        Ok(())
    }

    fn inspector(&self) -> Result<&Inspector> {
        self.inspector.as_ref().context("only WebKitGTK has this inspector")
    }

    /// The engine that shows it.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Closes the page and its browser.
    ///
    /// # Errors
    ///
    /// When the browser has gone already.
    pub async fn close(self) -> Result<()> {
        self.closed.store(true, Ordering::Relaxed);
        self.driver.clone().quit().await.context("closing the page")
    }

    /// Waits until the app has started, and all of its page is laid out: until `data-ready="true"` and `data-laid-out`
    /// are on the document element.
    ///
    /// # Errors
    ///
    /// When it has not within 25 seconds; the error holds what the console says.
    pub async fn ready(&self) -> Result<()> {
        let patience = vec![Value::from(u64::try_from(PATIENCE.as_millis())?)];
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            match self.driver.execute_async(READY, patience.clone()).await {
                Ok(found) if found.json().as_bool() == Some(true) => return Ok(()),
                // A page that loads itself anew takes along whoever waits in it, who then says nothing or that; Chromium's
                // driver asks again.
                Ok(_) => {}
                Err(gone) if self.engine != Engine::Chromium && gone.to_string().contains("unload") => {}
                Err(error) => return Err(error.into()),
            }
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
    /// When the browser has gone.
    pub async fn fonts(&self) -> Result<()> {
        let script = "const done = arguments[arguments.length - 1];\
                      document.fonts.ready.then(() => done());";
        self.driver.execute_async(script, Vec::new()).await.context("waiting for the page's fonts")?;
        Ok(())
    }

    /// What the page wrote to the console, and what the browser wrote there about it, since this was
    /// asked last. Of Firefox, its own warnings about how a page is made are left out, and what a page says of a script that
    /// it could not load any more.
    ///
    /// `level` is `SEVERE` for errors and `source` tells where an entry is from: `console-api` for
    /// the app's own, `javascript` for uncaught errors, `network` for failed requests; only Chromium
    /// tells the last two apart. A page that the host answers with its page for unknown paths leaves
    /// one of `network`.
    ///
    /// # Errors
    ///
    /// When the browser has gone.
    pub async fn console(&self) -> Result<Vec<BrowserLogEntry>> {
        console::read(&self.driver, self.engine, &self.printed).await.context("reading the page's console")
    }

    /// The addresses that the page requested, in order. Of Chromium, since this was asked last, those of data inside
    /// the page (`data:`, `blob:`) among them; of the others, those that the page now open lists, which leave out the
    /// page's own.
    ///
    /// # Errors
    ///
    /// When the browser has gone.
    pub async fn requests(&self) -> Result<Vec<String>> {
        if self.engine != Engine::Chromium {
            let script = "return performance.getEntriesByType('resource').map(entry => entry.name)";
            return Ok(self.driver.execute(script, Vec::new()).await?.convert()?);
        }
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
    /// and go with the next page opened; those of WebKitGTK take no room.
    ///
    /// # Errors
    ///
    /// When the browser has gone, or knows no such media feature.
    pub async fn show_on(&self, screen: &Screen) -> Result<()> {
        match self.engine {
            Engine::Chromium => {}
            Engine::Firefox => {
                firefox::show_on(&self.driver, screen).await?;
                return size::has_become(&self.driver, screen).await;
            }
            Engine::WebKit => {
                webkit::show_on(self.inspector()?, screen).await?;
                return size::set(&self.driver, screen).await;
            }
        }
        let size = json!({
            "width": screen.width,
            "height": screen.height,
            "deviceScaleFactor": 1,
            "mobile": screen.fingers,
        });
        let features: Vec<Value> =
            screen.media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.chromium("Emulation.setScrollbarsHidden", json!({ "hidden": !screen.scroll_bars })).await?;
        self.chromium("Emulation.setDeviceMetricsOverride", size).await?;
        self.chromium("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        self.chromium("Emulation.setTouchEmulationEnabled", json!({ "enabled": screen.fingers })).await?;
        Ok(())
    }

    /// Has the page look as it does on paper, but for its pages: the window is one sheet without an end. It lasts until
    /// the page is moved to [another screen](Self::show_on).
    ///
    /// # Errors
    ///
    /// When the browser has gone.
    pub async fn put_on_paper(&self) -> Result<()> {
        match self.engine {
            Engine::Chromium => {
                self.chromium("Emulation.setEmulatedMedia", json!({ "media": "print" })).await.map(drop)
            }
            Engine::Firefox => firefox::put_on_paper(&self.driver).await,
            Engine::WebKit => webkit::put_on_paper(self.inspector()?).await,
        }
    }

    /// Has no page run a script of its own from now on, as if its reader had turned them off.
    ///
    /// # Errors
    ///
    /// When the browser has gone.
    pub async fn forbid_scripts(&self) -> Result<()> {
        match self.engine {
            Engine::Chromium => {
                self.chromium("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await.map(drop)
            }
            Engine::Firefox => firefox::forbid_scripts(&self.driver).await,
            Engine::WebKit => webkit::forbid_scripts(self.inspector()?).await,
        }
    }

    /// Has the browser ask the network again for what it has kept by itself, not by what a page told it.
    ///
    /// # Errors
    ///
    /// When the browser has gone.
    pub async fn forget_cache(&self) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.chromium("Network.clearBrowserCache", json!({})).await.map(drop),
            Engine::Firefox => firefox::forget_cache(&self.driver).await,
            Engine::WebKit => webkit::forget_cache(self.inspector()?).await,
        }
    }

    /// What assistive technology is told of the page, as Chromium's own protocol has it; nothing in the other engines,
    /// which tell it to the system alone.
    ///
    /// # Errors
    ///
    /// When the browser has gone.
    pub async fn told(&self) -> Result<Option<Value>> {
        if self.engine != Engine::Chromium {
            return Ok(None);
        }
        self.chromium("Accessibility.getFullAXTree", json!({})).await.map(Some)
    }

    /// Has what the page hands out for download put into a folder, under its own name.
    ///
    /// # Errors
    ///
    /// When the browser has gone, or the folder cannot be made.
    pub async fn download_to(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        match self.engine {
            Engine::Chromium => {
                let settings = json!({ "behavior": "allow", "downloadPath": folder });
                self.chromium("Browser.setDownloadBehavior", settings).await.map(drop)
            }
            Engine::Firefox => firefox::download_to(&self.driver, folder).await,
            Engine::WebKit => {
                webkit::download_to(self.home.as_deref().context("this browser has no folder of its own")?, folder)
            }
        }
    }

    /// Leaves so many bytes to what the site at an address keeps, as if the disk were full; what Chromium itself allows,
    /// without a number.
    ///
    /// # Errors
    ///
    /// When the browser has gone or is not Chromium.
    pub async fn leave_room(&self, address: &str, bytes: Option<u64>) -> Result<()> {
        let mut settings = json!({ "origin": address });
        if let Some(bytes) = bytes {
            settings["quotaSize"] = bytes.into();
        }
        self.chromium("Storage.overrideQuotaForOrigin", settings).await.map(drop)
    }

    /// Drops files and folders of the disk in the middle of the window, as a hand does with a mouse.
    ///
    /// # Errors
    ///
    /// When the browser has gone or is not Chromium.
    pub async fn drop_from_disk(&self, paths: &[&Path]) -> Result<()> {
        let middle = "return [innerWidth / 2, innerHeight / 2]";
        let (x, y): (f64, f64) = self.driver.execute(middle, Vec::new()).await?.convert()?;
        for step in ["dragEnter", "dragOver", "drop"] {
            let data = json!({ "items": [], "files": paths, "dragOperationsMask": 1 });
            let event = json!({ "type": step, "x": x, "y": y, "data": data });
            self.chromium("Input.dispatchDragEvent", event).await?;
        }
        Ok(())
    }

    /// Asks Chromium for something that WebDriver has no word for.
    async fn chromium(&self, command: &str, settings: Value) -> Result<Value> {
        ensure!(self.engine == Engine::Chromium, "`{command}` is for Chromium, and this is {}", self.engine);
        Ok(self.driver.cdp().send_raw(command, settings).await?)
    }

    /// Has `script` run in every page opened from now on, before anything of the page itself, as in
    /// `localStorage.setItem("liner-notes.theme", "dark")`.
    ///
    /// # Errors
    ///
    /// When the browser has gone.
    pub async fn before_each(&self, script: &str) -> Result<()> {
        match self.engine {
            Engine::Chromium => {
                let source = json!({ "source": script });
                self.chromium("Page.addScriptToEvaluateOnNewDocument", source).await.map(drop)
            }
            Engine::Firefox => firefox::before_each(&self.driver, script).await,
            Engine::WebKit => {
                let scripts = {
                    let mut scripts = self.before_each.lock().unwrap_or_else(PoisonError::into_inner);
                    scripts.push(script.to_owned());
                    scripts.clone()
                };
                webkit::before_each(self.inspector()?, &scripts).await
            }
        }
    }

    /// What the page has in use once everything was put away that nobody needs: bytes of its heap, nodes, listeners.
    ///
    /// # Errors
    ///
    /// When the browser has gone or is not Chromium.
    pub async fn in_use(&self) -> Result<[u64; 3]> {
        self.chromium("Performance.enable", json!({})).await?;
        // What the first collection lets go of may have kept something else.
        for _ in 0..2 {
            self.chromium("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let metrics = self.chromium("Performance.getMetrics", json!({})).await?;
        let metrics = metrics.pointer("/metrics").and_then(Value::as_array).context("Chromium gives no metrics")?;
        let metric = |name: &str| {
            let found = metrics.iter().find(|metric| metric.get("name").is_some_and(|own| own == name));
            found.and_then(|metric| metric.get("value")?.as_f64()).map(|value| value as u64)
        };
        let [heap, nodes, listeners] = ["JSHeapUsedSize", "Nodes", "JSEventListeners"].map(metric);
        let all = heap.zip(nodes).zip(listeners).map(|((heap, nodes), listeners)| [heap, nodes, listeners]);
        all.context("Chromium gives no such metric")
    }

    /// Takes a picture of the whole page, however far it reaches beyond the screen. What is
    /// fixed to the bottom of the window stands where the window ends, and a page on a screen with
    /// scroll bars is cut where its bar was: use [`Screen::without_scroll_bars`].
    ///
    /// # Errors
    ///
    /// When the browser has gone, is not Chromium, or cannot draw the page.
    pub async fn picture(&self) -> Result<Picture> {
        let metrics = self.chromium("Page.getLayoutMetrics", json!({})).await?;
        let length = |name: &str| {
            metrics
                .pointer(&format!("/cssContentSize/{name}"))
                .and_then(|length| length.as_u64().or_else(|| length.as_f64().map(|l| l.ceil() as u64)))
                .with_context(|| format!("Chromium gives no {name} of the page"))
        };
        let (width, height) = (length("width")?, length("height")?);
        let shot = self
            .chromium(
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
