//! A running driver: the program that takes what WebDriver asks and has a browser do it.

use std::io::{BufRead, BufReader, Error, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::display::Display;
use crate::engine::Engine;
use crate::home::Home;
use crate::programs::{Firefox, Programs, WebKit};

/// How long a driver may take to start, and to close what it opened.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often to look whether it has started.
const GLANCE: Duration = Duration::from_millis(10);

/// Starts a driver and waits until whoever started this has gone, however that went; then ends the driver with all that it
/// started, which is in one group with this, and clears away what they had on the disk.
const GUARD: &str = r#"
    "$@" </dev/null &
    cat >/dev/null
    rm -rf "$TMPDIR"
    kill -9 0
"#;

/// Lines that a driver and its browser have printed and nobody has read yet.
pub(crate) type Printed = Arc<Mutex<Vec<String>>>;

/// A driver at a port of this machine. When it is dropped it closes the browsers that it opened, and ends.
#[derive(Debug)]
pub(crate) struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    /// What it and its browser print that belongs on a page's console.
    printed: Printed,
    /// The one session that it has.
    session: Option<String>,
    /// Whether its browser can be made as good as new for somebody else.
    is_for_anybody: bool,
    /// Whether its browser was closed by whoever had it.
    is_closed: Arc<AtomicBool>,
    /// Where what guards it listens, as long as somebody is there.
    guard: Option<ChildStdin>,
    /// Goes after the browser that is shown on it.
    _display: Option<Display>,
    /// Goes last.
    home: Option<Home>,
}

impl Driver {
    /// Starts the driver of an engine at a free port.
    pub(crate) fn start(engine: Engine) -> Result<Self> {
        match engine {
            Engine::Chromium => {
                let home = Home::make()?;
                let mut command = guarded(&Programs::find()?.driver);
                command.arg("--port=0").env("TMPDIR", home.folder());
                let mut driver = Self::telling(engine, &mut command)?;
                driver.home = Some(home);
                Ok(driver)
            }
            Engine::Firefox => {
                let home = Home::make()?;
                let mut command = guarded(&Firefox::find()?.driver);
                // What a page says on its console is for the browser's own eyes only.
                command.args(["--port=0", "--websocket-port=0", "--allow-system-access"]);
                // There is no graphics card, and none is looked for.
                command.env("TMPDIR", home.folder()).env("LIBGL_ALWAYS_SOFTWARE", "1");
                let mut driver = Self::telling(engine, &mut command)?;
                driver.home = Some(home);
                Ok(driver)
            }
            Engine::WebKit => {
                let WebKit { driver, screen, .. } = WebKit::find()?;
                Self::told(&driver, Display::start(&screen)?, Home::for_webkit()?)
            }
        }
    }

    /// Starts a driver that chooses its port and prints it.
    fn telling(engine: Engine, command: &mut Command) -> Result<Self> {
        let mut process = spawn(command)?;
        let printed = Printed::default();
        let port = process.stdout.take().and_then(|output| read(output, port_in, engine, &printed));
        // From here on whoever leaves ends it.
        let guard = process.stdin.take();
        let mut driver = Self {
            engine,
            process,
            port: 0,
            printed,
            session: None,
            is_for_anybody: false,
            is_closed: Arc::default(),
            guard,
            _display: None,
            home: None,
        };
        driver.port = port.with_context(|| format!("the driver of {engine} started without saying at which port"))?;
        Ok(driver)
    }

    /// Starts WebKitGTK's driver, which wants to be told its port.
    fn told(program: &Path, display: Display, home: Home) -> Result<Self> {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
        let port = free.context("no free port for the driver of WebKitGTK")?.port();
        let mut process = spawn(
            Command::new(program)
                .arg(format!("--port={port}"))
                .stdin(Stdio::null())
                .env("DISPLAY", display.name())
                .env("GDK_BACKEND", "x11")
                // There is no graphics card behind this screen, and no desk around it: layers that one would put together
                // are painted at once.
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
                // No page is open long enough for its WebAssembly to be worth compiling twice.
                .env("JSC_useOMGJIT", "0")
                .env("NO_AT_BRIDGE", "1")
                .env("XDG_CONFIG_HOME", home.folder()),
        )?;
        let (engine, printed) = (Engine::WebKit, Printed::default());
        process.stdout.take().and_then(|output| read(output, |_| None, engine, &printed));
        let (_display, home) = (Some(display), Some(home));
        let driver = Self {
            engine,
            process,
            port,
            printed,
            session: None,
            is_for_anybody: false,
            is_closed: Arc::default(),
            guard: None,
            _display,
            home,
        };
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            ensure!(Instant::now() < end, "{} does not listen after {} s", program.display(), PATIENCE.as_secs());
            thread::sleep(GLANCE);
        }
        Ok(driver)
    }

    /// Where it takes what is asked.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What its browser prints from now on.
    pub(crate) fn printed(&self) -> Printed {
        Arc::clone(&self.printed)
    }

    /// Has it close this session when it ends, which others may have before or not.
    pub(crate) fn will_close(&mut self, session: &str, is_for_anybody: bool) {
        self.session = Some(session.to_owned());
        self.is_for_anybody = is_for_anybody;
    }

    /// The engine of its browser.
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// The session that it has open.
    pub(crate) fn session(&self) -> Option<&str> {
        self.session.as_deref()
    }

    /// The number of its process.
    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    /// Whether somebody else may have its browser once this test is over. It is kept by no test then, so something must
    /// see to it that it ends.
    pub(crate) fn can_be_handed_on(&self) -> bool {
        self.is_for_anybody && self.guard.is_some() && !self.is_closed()
    }

    /// Whether its browser is there no more, so that nobody needs it.
    pub(crate) fn is_closed(&self) -> bool {
        self.is_closed.load(Ordering::Relaxed)
    }

    /// Where whoever closes its browser says so.
    pub(crate) fn closed(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.is_closed)
    }

    /// Where its browser looks for its settings and puts what it saves.
    pub(crate) fn home(&self) -> Option<&Path> {
        self.home.as_ref().map(Home::folder)
    }

    /// Asks it to close what it opened, and to end where it can be asked to.
    fn shut_down(&self) -> std::io::Result<()> {
        match (&self.session, self.engine) {
            (_, Engine::Chromium) => ask(self.port, "GET", "/shutdown", "").map(drop),
            (Some(session), _) => ask(self.port, "DELETE", &format!("/session/{session}"), "").map(drop),
            (None, _) => Ok(()),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let asked = self.shut_down();
        let is_guarded = self.guard.take().is_some();
        let ends_by_itself = is_guarded || self.engine == Engine::Chromium && asked.is_ok();
        if !ends_by_itself && self.process.kill().is_err() {
            eprintln!("the driver of {} (process {}) could not be stopped", self.engine, self.process.id());
            return;
        }
        if let Err(error) = self.process.wait() {
            eprintln!("the driver of {} (process {}) was lost: {error}", self.engine, self.process.id());
        }
    }
}

/// A driver that ends with this process, where there is a shell to see to it.
fn guarded(driver: &Path) -> Command {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;

        let mut command = Command::new("sh");
        command.args(["-c", GUARD, "guard"]).arg(driver).stdin(Stdio::piped()).process_group(0);
        command
    }
    #[cfg(not(unix))]
    {
        let mut command = Command::new(driver);
        command.stdin(Stdio::null());
        command
    }
}

/// Starts a program whose output will be read.
fn spawn(command: &mut Command) -> Result<Child> {
    command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("{} does not start", command.get_program().display()))
}

/// Reads output until a line has what is sought, and goes on reading so that its writer is never held up. What belongs
/// on a console is kept.
fn read(output: ChildStdout, sought: fn(&str) -> Option<u16>, engine: Engine, printed: &Printed) -> Option<u16> {
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let found = if engine == Engine::WebKit { None } else { lines.find_map(|line| sought(&line)) };
    let printed = Arc::clone(printed);
    thread::spawn(move || {
        for line in lines.filter(|line| is_of_a_page(engine, line)) {
            printed.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        }
    });
    found
}

/// The port in what a driver says once it listens.
fn port_in(line: &str) -> Option<u16> {
    let (_, port) =
        line.split_once("was started successfully on port ").or(line.split_once("Listening on 127.0.0.1:"))?;
    port.trim_end_matches('.').parse().ok()
}

/// What a page of Firefox hears of a file that it was fetching while it was left; in the others it hears nothing then.
const LEFT: [&str; 3] = [
    "error loading dynamically imported module",
    "NetworkError when attempting to fetch resource",
    // What the page itself says of a script that has not come.
    "is not as published",
];

/// Whether a line is what a page wrote to its console, in the way in which an engine prints that.
fn is_of_a_page(engine: Engine, line: &str) -> bool {
    match engine {
        Engine::Chromium => false,
        Engine::Firefox => {
            let is_left = LEFT.iter().any(|words| line.contains(words));
            line.starts_with("console.") && !is_of_firefox_itself(line) && !is_left
        }
        Engine::WebKit => line.starts_with("CONSOLE "),
    }
}

/// Whether a part of Firefox speaks: it puts its name where a page's words stand in quotation marks, or the error is from
/// one of Firefox's own scripts or of a kind that no page has.
fn is_of_firefox_itself(line: &str) -> bool {
    let said = line.split_once(": ").map_or("", |(_, said)| said);
    let has_a_name = said.starts_with(|letter: char| letter.is_ascii_alphabetic()) && said.contains(':');
    has_a_name || ["\"resource://", "\"chrome://", "[Exception... \"Component "].iter().any(|own| said.contains(own))
}

/// Asks the driver at `port` for something that WebDriver's own vocabulary has no word for, and gives its answer.
pub(crate) fn ask(port: u16, method: &str, path: &str, body: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    if answer.starts_with("HTTP/1.1 200") { Ok(answer) } else { Err(Error::other(answer)) }
}

#[cfg(test)]
mod tests {
    use super::{is_of_a_page, port_in};
    use crate::engine::Engine;

    #[test]
    fn reads_the_port_from_what_the_drivers_say() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 34567."), Some(34567));
        assert_eq!(port_in("1795286357203\tgeckodriver\tINFO\tListening on 127.0.0.1:41017"), Some(41017));
        assert_eq!(port_in("Starting ChromeDriver"), None);
    }

    #[test]
    fn knows_what_a_page_said_from_what_the_programs_say() {
        assert!(is_of_a_page(Engine::Firefox, "console.error: \"no\""));
        assert!(!is_of_a_page(Engine::Firefox, "console.error: RSLoader: "));
        let polling = r#"console.error: (new Error("Polling failed", "resource://services-settings/remote.mjs", 490))"#;
        assert!(!is_of_a_page(Engine::Firefox, polling));
        let component = r#"console.error: [Exception... "Component is not available"  nsresult: "0x80040111"]"#;
        assert!(!is_of_a_page(Engine::Firefox, component));
        let left = r#"console.error: (new TypeError("NetworkError when attempting to fetch resource.", ""))"#;
        assert!(!is_of_a_page(Engine::Firefox, left));
        assert!(is_of_a_page(Engine::Firefox, r#"console.error: (new Error("no", "file:///a.html", 4))"#));
        assert!(!is_of_a_page(Engine::Firefox, "1795286357203\tmozrunner::runner\tINFO\tRunning command"));
        assert!(is_of_a_page(Engine::WebKit, "CONSOLE JS ERROR no"));
    }
}
