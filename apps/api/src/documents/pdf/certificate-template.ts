/** How a certificate looks, for typst: across, framed in red and gold, the name in the middle, the code to check it in the corner. */
export const certificateTemplate = `
#let certificate-red = rgb("#8f1d21")
#let certificate-gold = rgb("#a57c2e")
#let certificate-margin = (x: 34mm, top: 27mm, bottom: 25mm)

#let certificate-frame = {
  place(center + horizon, rect(width: 273mm, height: 186mm, stroke: 2.4pt + certificate-red))
  place(center + horizon, rect(width: 268mm, height: 181mm, stroke: 0.7pt + certificate-gold))
  place(center + horizon, rect(width: 265mm, height: 178mm, stroke: 0.3pt + certificate-gold))
  for (corner, dx, dy) in ((top + left, 1, 1), (top + right, -1, 1), (bottom + left, 1, -1), (bottom + right, -1, -1)) {
    place(corner, dx: dx * 14.5mm, dy: dy * 14.5mm, rect(width: 9mm, height: 9mm, stroke: 0.7pt + certificate-gold, fill: white,
      align(center + horizon, rotate(45deg, rect(width: 4mm, height: 4mm, fill: certificate-red, stroke: none)))))
  }
}

#let certificate-footer = {
  set text(font: sans, weight: 500, size: 7.5pt, fill: luma(70))
  grid(columns: (1fr, auto), 
    if it.stamp == none { "" } else { "数据版本 " + str(it.stamp.dataVersion) + "　校验短码 " + it.stamp.shortCode },
    if it.demonstration { demonstration-text })
}

#let set-code(rows, side) = {
  let module = side / rows.len()
  box(width: side, height: side, for (y, row) in rows.enumerate() {
    for (x, dark) in row.clusters().enumerate() {
      // A hair wider than a module, or some printers leave white lines between them.
      if dark == "1" { place(top + left, dx: x * module, dy: y * module, rect(width: module + 0.02mm, height: module + 0.02mm, fill: black, stroke: none)) }
    }
  })
}

#let set-certificate(certificate) = {
  set par(justify: false, leading: 0.9em, spacing: 0.9em)
  align(center, {
    text(weight: "bold", size: 27pt, fill: certificate-red, certificate.title)
    v(3mm)
    text(weight: "bold", size: 40pt, fill: certificate-red, tracking: 0.6em, h(0.6em) + "证书")
    v(0mm)
    text(font: sans, weight: 500, size: 11pt, certificate.number)
  })
  v(1fr)
  let long = certificate.organization.clusters().len() > 24
  align(center, text(weight: "bold", size: if long { 19pt } else { 25pt }, certificate.organization))
  v(5mm)
  align(center, block(width: 88%, {
    set par(leading: 1em)
    text(size: 15pt, certificate.statement)
  }))
  v(1fr)
  align(center, block({
    set text(size: 12pt)
    grid(columns: (auto, auto), row-gutter: 3mm, column-gutter: 4mm,
      ..certificate.facts.map(fact => (align(right, text(font: sans, weight: 500, fill: luma(60), fact.label)), align(left, fact.value))).flatten())
  }))
  v(1.2fr)
  grid(columns: (auto, 1fr, auto), align: (left + bottom, left + bottom, center + bottom), column-gutter: 4mm,
    set-code(certificate.code, 27mm),
    {
      set text(font: sans, weight: 500, size: 8pt, fill: luma(60))
      set par(leading: 0.6em, spacing: 0.6em)
      for note in certificate.codeNote { block(note) }
    },
    {
      text(size: 16pt, certificate.issuer)
      v(-1mm)
      text(size: 14pt, certificate.day)
    },
  )
}
`;
