// Plain JavaScript that any Node reads, so that an old one gets a sentence instead of a syntax error.
const needed = 24
const found = Number(process.versions.node.split('.')[0])
if (found < needed) {
  process.stderr.write(
    `Postern needs Node ${needed} or newer; this is ${process.version}.\n` +
      'Run `npm install` with development dependencies (it brings Node along), or install Node yourself.\n',
  )
  process.exit(78)
}
