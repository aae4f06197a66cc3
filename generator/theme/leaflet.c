#include "theme/leaflet.h"

/*
 * The assembler puts the files into the program, from where make has laid them (LEAFLET in the Makefile); the path is that of
 * the checkout's root, where make compiles. Mach-O and ELF have different names for the section of constants.
 */
#ifdef __APPLE__
#define CONSTANTS "__TEXT,__const"
#else
#define CONSTANTS ".rodata"
#endif
#define EMBED(name, file)                                                                          \
	__asm__(".pushsection " CONSTANTS "\n"                                                     \
	        ".globl quartier_" name "\n"                                                       \
	        ".globl quartier_" name "_end\n"                                                   \
	        "quartier_" name ":\n"                                                             \
	        ".incbin \"" file "\"\n"                                                           \
	        "quartier_" name "_end:\n"                                                         \
	        ".byte 0\n"                                                                        \
	        ".popsection\n")

EMBED("leaflet_script", "build/leaflet/leaflet.js");
EMBED("leaflet_style", "build/leaflet/leaflet.css");
extern const char script[] __asm__("quartier_leaflet_script");
extern const char script_end[] __asm__("quartier_leaflet_script_end");
extern const char style[] __asm__("quartier_leaflet_style");
extern const char style_end[] __asm__("quartier_leaflet_style_end");

void
leaflet_files(struct asset_file files[LEAFLET_FILES])
{
	files[0] = (struct asset_file){ .name = STR("leaflet.css"),
		                        .file = "leaflet.css",
		                        .bytes = { style, (size_t)(style_end - style) },
		                        .spare = true };
	files[1] = (struct asset_file){ .name = STR("leaflet.js"),
		                        .file = "leaflet.js",
		                        .bytes = { script, (size_t)(script_end - script) },
		                        .spare = true };
}
