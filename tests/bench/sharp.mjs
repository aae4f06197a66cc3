// What sharp takes for the same widths: prints its CPU seconds (all threads), without those of starting.
// LINEAR=1: reduced in linear light, as ours are.
//   node sharp.mjs FOLDER DESTINATION QUALITY|lossless THREADS WIDTH…
import { readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { createRequire } from 'node:module'

const sharp = createRequire(join(process.cwd(), 'tests/package.json'))('sharp')
const [folder, destination, quality, threads, ...widths] = process.argv.slice(2)
const how = quality === 'lossless' ? { lossless: true } : { quality: Number(quality), effort: 4 }
sharp.concurrency(Number(threads))
sharp.cache(false)

const start = process.cpuUsage()
for (const file of (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile())) {
	const path = join(folder, file.name)
	const stem = basename(file.name, extname(file.name))
	const { width: stored, height, orientation } = await sharp(path).metadata()
	const own = orientation > 4 ? height : stored
	// The same pictures as ours: its own width once, nothing twice.
	const wanted = widths.map(Number).filter((width, i) => i === 0 || Number(widths[i - 1]) < own)
	const open = () => process.env.LINEAR ? sharp(path).pipelineColourspace('scrgb') : sharp(path)
	await Promise.all(wanted.map((width) => open().rotate().resize({ width, withoutEnlargement: true })
		.webp(how).toFile(join(destination, `${stem}-${width}.webp`))))
}
const used = process.cpuUsage(start)
console.log(((used.user + used.system) / 1e6).toFixed(3))
