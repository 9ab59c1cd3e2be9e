import { certificateTemplate } from "./certificate-template.ts";

/**
 * How a description looks on paper, for typst. It reads one JSON value and sets its strings as strings; no text of a record is
 * ever part of a program. 宋体 for what is written, 黑体 for headings, black lines.
 */
export const template = `
#let it = json(bytes(sys.inputs.at("document")))
// The second is there only where a text has characters that the first lacks.
#let serif = ("Noto Serif SC", "HanaMinB")
#let sans = ("Noto Sans SC", "HanaMinB")
#let lines = 0.6pt + black

#set document(title: it.title, author: (), date: auto)
#set text(font: serif, size: 12pt, lang: "zh", region: "cn", fallback: false, hyphenate: false)
#set par(leading: 0.8em, spacing: 0.8em, justify: true)
#set block(spacing: 0.8em)
// Tables that follow each other are one form.
#show table: set block(spacing: 0pt)

// A long run of letters and figures may break anywhere, or it would leave its cell.
#show regex("[!-~]{16,}"): run => run.text.clusters().join(box())

#let tick-box(ticked) = box(width: 0.95em, height: 0.95em, stroke: 0.7pt + black, baseline: 0.12em, {
  if ticked { place(center + horizon, text(size: 0.9em, "√")) }
})

#let blank-line(value, width) = {
  if value == "" { box(width: width * 1em, height: 0.9em, baseline: 0.15em, stroke: (bottom: 0.5pt + black)) }
  else { h(0.2em); underline(offset: 0.18em, stroke: 0.5pt + black, evade: false, value); h(0.2em) }
}

#let set-piece(piece) = {
  if type(piece) == str { piece }
  else if "ticked" in piece { tick-box(piece.ticked) }
  else { blank-line(piece.blank, piece.width) }
}

#let is-blank(piece) = type(piece) != str and "blank" in piece
#let is-share(piece) = type(piece) == str and piece.starts-with("%")

#let place-mark(kind) = {
  let grey = luma(110)
  let mark = text(font: sans, weight: 500, size: 9pt, fill: grey, if kind == "seal" { "盖章处" } else { "签字处" })
  let dashes = (paint: grey, thickness: 0.6pt, dash: "dashed")
  if kind == "seal" { circle(radius: 13mm, stroke: dashes, align(center + horizon, mark)) }
  else { rect(width: 34mm, height: 12mm, stroke: dashes, align(center + horizon, mark)) }
}

#let alignments = (left: left, center: center, right: right)

#let set-line(line) = {
  let body = {
    if line.indent { h(2em) }
    for (at, piece) in line.pieces.enumerate() {
      let (before, after) = (line.pieces.at(at - 1, default: ""), line.pieces.at(at + 1, default: ""))
      // A figure and its sign of per cent stay on one line.
      if is-blank(piece) and is-share(after) { box({ set-piece(piece); "%" }) }
      else if at > 0 and is-blank(before) and is-share(piece) { piece.slice(1) }
      else { set-piece(piece) }
    }
  }
  if line.place == none { align(alignments.at(line.align), body) }
  else { align(alignments.at(line.align), grid(columns: 2, column-gutter: 4mm, align: left + horizon, body, place-mark(line.place))) }
}

#let demonstration-text = "演示数据，不具效力"
#let watermark = if it.demonstration {
  place(center + horizon, rotate(-35deg, reflow: false, text(font: sans, weight: 500, size: 54pt, fill: luma(222), demonstration-text)))
}

// Rows grow with their text; a strut in the first cell keeps them at their least height.
#let low = 7.6
#let inset-y = 1.9

#let set-lines(cell) = {
  set text(font: sans, weight: 500, size: 10pt) if cell.printed
  for line in cell.lines { set-line(line) }
}

// A head over the heads of several columns. One cell, so that the words keep their order in the text of the file.
#let set-divided(cell, widths) = table.cell(colspan: cell.columns, inset: 0pt, grid(
  columns: widths.map(width => width * 1fr),
  inset: (x: 0.8mm, y: inset-y * 1mm),
  align: center + horizon,
  grid.cell(colspan: cell.columns, stroke: (bottom: lines), set-lines(cell)),
  ..cell.divided.enumerate().map(((at, words)) => grid.cell(
    stroke: if at > 0 { (left: lines) },
    text(font: sans, weight: 500, size: 10pt, words),
  )),
))

#let set-cell(cell, row, first) = table.cell(
  colspan: cell.columns,
  breakable: not row.whole,
  align: if cell.top { left + top } else { left + horizon },
  if first and row.height > low {
    let least = box(height: (row.height - 2 * inset-y) * 1mm)
    grid(columns: (0pt, 1fr), align: if cell.top { top } else { horizon }, least, set-lines(cell))
  } else { set-lines(cell) },
)

#let set-row(row, columns) = {
  let before = 0
  let made = ()
  for cell in row.cells {
    made.push(if cell.divided.len() > 0 { set-divided(cell, columns.slice(before, before + cell.columns)) }
      else { set-cell(cell, row, before == 0) })
    before += cell.columns
  }
  made
}

#let set-table(block) = {
  set text(size: 10.5pt)
  set par(leading: 0.55em, spacing: 0.55em, justify: false)
  table(
    columns: block.columns.map(width => width * 1fr),
    inset: (x: 1.4mm, y: inset-y * 1mm),
    stroke: lines,
    ..if block.head.len() > 0 { (table.header(..block.head.map(row => set-row(row, block.columns)).flatten()),) },
    ..block.rows.map(row => set-row(row, block.columns)).flatten(),
  )
}

#let set-entry(entry) = (
  align(right + bottom, text(font: sans, weight: 500, size: 15pt, entry.label + "：")),
  block(width: 100%, stroke: (bottom: 0.6pt + black), inset: (bottom: 1.5mm), {
    set par(justify: false)
    align(center, text(size: if entry.value.clusters().len() > 60 { 12pt } else { 15pt }, if entry.value == "" { hide(box(height: 1em)) } else { entry.value }))
    // Its words stand beside the line, not on what is written there.
    if entry.place != none { place(right + bottom, dx: 18mm, dy: 6mm, place-mark(entry.place)) }
  }),
)

#let set-cover(cover, followed) = {
  text(font: sans, weight: 500, size: 15pt, cover.corner)
  v(1fr)
  align(center, {
    set par(leading: 0.9em, spacing: 0.9em)
    for line in cover.title { block(text(weight: "bold", size: 25pt, line)) }
  })
  v(1.3fr)
  align(center, block(width: 84%, grid(columns: (auto, 1fr), row-gutter: 12mm, column-gutter: 1mm, ..cover.entries.map(set-entry).flatten())))
  v(1.6fr)
  align(center, text(size: 16pt, cover.imprint))
  v(8mm)
  if followed { pagebreak() }
}

#let set-heading(heading) = {
  set par(justify: false)
  if heading.level == 1 { block(width: 100%, above: 6mm, below: 6mm, sticky: true, align(center, text(weight: "bold", size: if heading.text.clusters().len() > 28 { 15pt } else { 17pt }, heading.text))) }
  else if heading.level == 2 { block(above: 5mm, below: 3mm, sticky: true, text(font: sans, weight: 500, size: 13pt, heading.text)) }
  else { block(above: 5mm, below: 3mm, sticky: true, text(font: sans, weight: 500, size: 12pt, heading.text)) }
}

${certificateTemplate}
#let set-block(item, last) = {
  if item.kind == "cover" { set-cover(item, not last) }
  else if item.kind == "heading" { set-heading(item) }
  else if item.kind == "paragraph" {
    set text(size: 15pt) if item.large
    // Lines and paragraphs of a letter stand equally far apart.
    set par(leading: 0.9em) if item.large
    set block(spacing: 0.9em) if item.large
    block(width: 100%, set-line(item.line))
  }
  else if item.kind == "table" { set-table(item) }
  else if item.kind == "together" { block(breakable: false, width: 100%, for each in item.blocks { set-block(each, false) }) }
  else if item.kind == "certificate" { set-certificate(item) }
  else { block(height: item.height * 1mm, spacing: 0pt, line(length: 0pt, stroke: white)) }
}

#let set-footer(sheet, end) = context {
  set text(font: sans, weight: 500, size: 8pt)
  set par(justify: false, leading: 0.5em, spacing: 0.5em)
  let name = if sheet.part == "" { sheet.title } else { sheet.title + "　" + sheet.part }
  let stamp = if it.stamp == none { "" } else { "数据版本 " + str(it.stamp.dataVersion) + "　校验短码 " + it.stamp.shortCode }
  line(length: 100%, stroke: 0.4pt + black)
  v(-1mm)
  grid(
    columns: (1fr, auto),
    column-gutter: 6mm,
    row-gutter: 1.6mm,
    name,
    align(right, "第" + str(counter(page).get().first()) + "页 / 共" + str(counter(page).at(end).first()) + "页"),
    stamp,
    align(right, if it.demonstration { text(size: 10pt, demonstration-text) }),
  )
  if sheet.note != "" { block(sheet.note) }
}

#for (number, sheet) in it.sheets.enumerate() {
  let end = label("end-" + str(number))
  let across = sheet.blocks.first(default: (kind: "")).kind == "certificate"
  page(
    paper: "a4",
    flipped: across,
    margin: if across { certificate-margin } else { (left: 24mm, right: 20mm, top: 22mm, bottom: 24mm) },
    background: { if across { certificate-frame }; watermark },
    footer-descent: 6mm,
    footer: if across { certificate-footer } else { set-footer(sheet, end) },
    {
      counter(page).update(1)
      for (at, item) in sheet.blocks.enumerate() { set-block(item, at + 1 == sheet.blocks.len()) }
      [#metadata(none) #end]
    },
  )
}
`;
