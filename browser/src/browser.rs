//! Chromium, driven through ChromeDriver.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::capabilities::desiredcapabilities::BrowserCapabilitiesHelper;
use thirtyfour::{DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

use crate::page::Page;
use crate::programs::{Programs, flags};
use crate::screen::Screen;

/// What ChromeDriver prints before the number of the port that it listens at.
const STARTED: &str = "was started successfully on port ";

/// How long ChromeDriver may take to close what it opened.
const CLOSING: Duration = Duration::from_secs(10);

/// A running ChromeDriver, which opens Chromium windows and closes them when it is dropped.
#[derive(Debug)]
pub struct Browser {
    programs: Programs,
    driver: Child,
    port: u16,
}

impl Browser {
    /// Starts ChromeDriver at a free port.
    ///
    /// # Errors
    ///
    /// When Chromium or its driver is missing, or the driver does not start.
    pub fn start() -> Result<Self> {
        let programs = Programs::find()?;
        let mut driver = Command::new(&programs.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} does not start", programs.driver.display()))?;
        let port = driver
            .stdout
            .take()
            .and_then(port)
            .with_context(|| format!("{} started without saying at which port", programs.driver.display()));
        match port {
            Ok(port) => Ok(Self { programs, driver, port }),
            Err(error) => {
                driver.kill().and_then(|()| driver.wait()).context("stopping ChromeDriver")?;
                Err(error)
            }
        }
    }

    /// Opens an empty page in a Chromium of its own, with a profile of its own.
    ///
    /// What it writes to the console and requests from the network is kept for
    /// [`Page::console`] and [`Page::requests`].
    ///
    /// # Errors
    ///
    /// When Chromium does not start.
    pub async fn page(&self, screen: &Screen) -> Result<Page> {
        self.open(screen, &[], &[]).await
    }

    /// The same as [`page`](Self::page), with what Chromium's threads do written down for [`Page::trace`], as far as it
    /// is of these categories.
    ///
    /// # Errors
    ///
    /// When Chromium does not start.
    pub async fn page_with_trace(&self, screen: &Screen, categories: &[&str]) -> Result<Page> {
        self.open(screen, &[], categories).await
    }

    /// The same as [`page`](Self::page), for pages opened from disk: Chromium lets them read the files beside them,
    /// which it otherwise keeps from every page that is not served.
    ///
    /// # Errors
    ///
    /// When Chromium does not start.
    pub async fn page_from_disk(&self, screen: &Screen) -> Result<Page> {
        self.open(screen, &["--allow-file-access-from-files"], &[]).await
    }

    async fn open(&self, screen: &Screen, more_flags: &[&str], traced: &[&str]) -> Result<Page> {
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&self.programs.chromium.to_string_lossy())?;
        for flag in flags().iter().chain(more_flags) {
            wanted.add_arg(flag)?;
        }
        wanted.add_arg(&format!("--window-size={},{}", screen.width, screen.height))?;
        wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        if !traced.is_empty() {
            wanted.set_browser_option("perfLoggingPrefs", json!({ "traceCategories": traced.join(",") }))?;
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", self.port), wanted)
            .await
            .with_context(|| format!("{} does not open", self.programs.chromium.display()))?;
        let page = Page::new(driver);
        page.show_on(screen).await?;
        Ok(page)
    }
}

impl Drop for Browser {
    /// Has ChromeDriver close every Chromium that it opened, and end.
    fn drop(&mut self) {
        if shut_down(self.port).is_err() && self.driver.kill().is_err() {
            eprintln!("ChromeDriver (process {}) could not be stopped", self.driver.id());
            return;
        }
        if let Err(error) = self.driver.wait() {
            eprintln!("ChromeDriver (process {}) was lost: {error}", self.driver.id());
        }
    }
}

/// Reads the port from what ChromeDriver prints, and goes on reading so that it is never held up.
fn port(output: ChildStdout) -> Option<u16> {
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let port = lines.find_map(|line| line.split_once(STARTED)?.1.trim_end_matches('.').parse().ok());
    thread::spawn(move || lines.for_each(drop));
    port
}

/// Asks the ChromeDriver at `port` to close everything and end, and waits for its answer.
fn shut_down(port: u16) -> std::io::Result<()> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(CLOSING))?;
    write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    stream.read_to_end(&mut Vec::new())?;
    Ok(())
}
