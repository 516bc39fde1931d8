# Neighbours by borders, G* and local Moran by R's spdep, from the file that HotspotBenchmark writes.
# Usage: Rscript spdep_run.R AREAS.csv ANSWER.csv
suppressPackageStartupMessages({
  library(sf)
  library(spdep)
})
args <- commandArgs(trailingOnly = TRUE)
areas <- st_as_sf(read.csv(args[1]), wkt = "wkt")
x <- areas$figure
runs <- 3
seconds <- function(expression) {
  taken <- replicate(runs, sum(system.time(expression())[1:2]))
  median(taken)
}
say <- function(what, taken) cat(sprintf("spdep %s, %s: %.3f s\n", packageVersion("spdep"), what, taken))
neighbours <- NULL
say("neighbours by borders (queen)", seconds(function() neighbours <<- poly2nb(areas, queen = TRUE, snap = .01)))
say("neighbours by borders (rook)", seconds(function() poly2nb(areas, queen = FALSE, snap = .01)))
star <- NULL
say("G*, weights included", seconds(function() star <<- localG(x, nb2listw(include.self(neighbours), style = "B"))))
moran <- function() localmoran(x, nb2listw(neighbours, style = "B"))
say("local Moran by moments, weights included", seconds(moran))
write.csv(data.frame(neighbours = card(neighbours), z = as.numeric(star)), args[2], row.names = FALSE)
