//! Printing: a long table shows its largest rows, and on paper it has all of them. They are made
//! when the browser is about to print, into a table body of their own, which takes the place of the
//! other. A browser may copy the page as soon as the listeners to `beforeprint` return, and Yew
//! draws later than that, so the nodes are made here.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Node};
use yew::virtual_dom::VNode;
use yew::{Html, NodeRef};

use super::LicensingCard;
use super::foreign::Foreign;
use crate::card::{Arrangement, MOST_ROWS, rows_on_paper};
use crate::loader::Loaded;
use crate::locale::Locale;

const SVG: &str = "http://www.w3.org/2000/svg";
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// The numbers, and how they are drawn.
#[derive(Debug)]
struct Rows {
    loaded: Rc<Loaded>,
    arrangement: Arrangement,
    locale: Rc<Locale>,
}

/// Waits for the browser to print these rows.
#[derive(Debug)]
pub(super) struct Printing {
    paper: Rc<Paper>,
    _listeners: Option<[EventListener; 2]>,
}

/// The table body with all rows, while the browser prints.
#[derive(Debug)]
struct Paper {
    foreign: Option<Rc<Foreign>>,
    body: RefCell<Option<Element>>,
}

impl LicensingCard {
    /// Keeps the rows at hand that a long table has on paper alone.
    pub(super) fn prepare_paper(&mut self) {
        let loaded = self.state.loaded().filter(|_| !self.arrangement.all);
        let Some(loaded) = loaded.filter(|loaded| loaded.usage.workloads().len() > MOST_ROWS)
        else {
            self.printing = None;
            return;
        };
        let rows = Rows {
            loaded: Rc::clone(loaded),
            arrangement: self.arrangement,
            locale: Rc::clone(&self.locale),
        };
        self.printing = Some(Printing::new(&self.node, rows, self.foreign.clone()));
    }
}

impl Printing {
    /// Puts all rows into the table in `card` while the browser prints.
    fn new(card: &NodeRef, rows: Rows, foreign: Option<Rc<Foreign>>) -> Self {
        let body = RefCell::default();
        let paper = Rc::new(Paper { foreign, body });
        let listeners = web_sys::window().map(|window| {
            let card = card.clone();
            let (begins, ends) = (Rc::clone(&paper), Rc::clone(&paper));
            [
                EventListener::new(&window, "beforeprint", move |_| {
                    if let Some(card) = card.cast() {
                        begins.put_in(&card, &rows.draw());
                    }
                }),
                EventListener::new(&window, "afterprint", move |_| ends.take_out()),
            ]
        });
        Self {
            paper,
            _listeners: listeners,
        }
    }
}

impl Drop for Printing {
    fn drop(&mut self) {
        self.paper.take_out();
    }
}

impl Rows {
    fn draw(&self) -> Html {
        rows_on_paper(&self.loaded.usage, self.arrangement, &self.locale)
    }
}

impl Paper {
    fn put_in(&self, card: &Element, rows: &Html) {
        self.take_out();
        self.change(|| {
            let totals = card.query_selector("tfoot").ok().flatten()?;
            let table = totals.parent_node()?;
            let document = card.owner_document()?;
            let body = document.create_element("tbody").ok()?;
            make(rows, &body, &document).ok()?;
            table.insert_before(&body, Some(&totals)).ok()?;
            Some(body)
        });
    }

    fn take_out(&self) {
        let body = self.body.take();
        if let Some(body) = body {
            self.change(|| {
                body.remove();
                None
            });
        }
    }

    /// Makes a change that is not foreign.
    fn change(&self, change: impl FnOnce() -> Option<Element>) {
        let change = || {
            self.body.replace(change());
        };
        match &self.foreign {
            Some(foreign) => foreign.except(change),
            None => change(),
        }
    }
}

/// Makes the nodes that Yew would make.
fn make(html: &Html, parent: &Node, document: &Document) -> Result<(), JsValue> {
    match html {
        VNode::VList(list) => {
            for child in list.iter() {
                make(child, parent, document)?;
            }
        }
        VNode::VText(text) => {
            parent.append_child(&document.create_text_node(&text.text))?;
        }
        VNode::VTag(tag) => {
            let is_drawing = matches!(tag.tag(), "svg" | "line");
            let namespace = if is_drawing { SVG } else { HTML };
            let element = document.create_element_ns(Some(namespace), tag.tag())?;
            for (name, value) in tag.attributes.iter() {
                element.set_attribute(name, value)?;
            }
            if let Some(children) = tag.children() {
                make(children, &element, document)?;
            }
            parent.append_child(&element)?;
        }
        // Rows have nothing else.
        _ => {}
    }
    Ok(())
}
