// Judges logs that Kelisim wrote by the packages of Go's checksum database: for each folder that is named it
// prints the folder and "ok", or what is wrong with it.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// A folder of tiles; the paths of Go's package name the height, those of tlog-tiles don't.
type folder string

func (f folder) Height() int                                { return height }
func (f folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := os.ReadFile(filepath.Join(string(f), "tile", tile.Path()[len("tile/8/"):]))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (f folder) text(name string) string {
	data, err := os.ReadFile(filepath.Join(string(f), name))
	must(err)
	return string(data)
}

type problem struct{ error }

func must(err error) {
	if err != nil {
		panic(problem{err})
	}
}

func demand(is bool, format string, values ...any) {
	if !is {
		must(fmt.Errorf(format, values...))
	}
}

// The tree of a checkpoint that the key has signed.
func (f folder) tree(text string) tlog.Tree {
	key, _, _ := strings.Cut(f.text("keys"), "\n")
	verifier, err := note.NewVerifier(key)
	must(err)
	signed, err := note.Open([]byte(text), note.VerifierList(verifier))
	must(err)
	lines := strings.Split(signed.Text, "\n")
	demand(len(lines) == 4 && lines[0] == verifier.Name(), "not a checkpoint of this log")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	hash, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: hash}
}

// The entries, from the bundles.
func (f folder) entries(size int64) (entries [][]byte) {
	for int64(len(entries)) < size {
		tile := tlog.Tile{H: height, L: 0, N: int64(len(entries)) / 256, W: 256}
		if rest := size - int64(len(entries)); rest < 256 {
			tile.W = int(rest)
		}
		data := []byte(f.text("tile/entries/" + tile.Path()[len("tile/8/0/"):]))
		for ; tile.W > 0; tile.W-- {
			demand(len(data) >= 2, "a bundle ends early")
			length := 2 + int(binary.BigEndian.Uint16(data))
			demand(len(data) >= length, "a bundle ends early")
			entries = append(entries, data[2:length])
			data = data[length:]
		}
		demand(len(data) == 0, "a bundle is too long")
	}
	return entries
}

func hashes(text string) (all []tlog.Hash) {
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if line != "" {
			data, err := base64.StdEncoding.Strict().DecodeString(line)
			must(err)
			demand(len(data) == tlog.HashSize, "a hash of %d bytes", len(data))
			all = append(all, *(*tlog.Hash)(data))
		}
	}
	return all
}

// A file of tlog-proof and the entry it speaks of.
func (f folder) proof(text string, entries [][]byte, reader tlog.HashReader) {
	head, checkpoint, _ := strings.Cut(text, "\n\n")
	lines := strings.SplitN(head, "\n", 3)
	demand(len(lines) >= 2 && lines[0] == "c2sp.org/tlog-proof@v1", "not a proof")
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	must(err)
	tree := f.tree(checkpoint)
	demand(index < int64(len(entries)), "a proof of an entry that is not there")
	proof := tlog.RecordProof(hashes(strings.Join(lines[2:], "\n")))
	must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entries[index])))
	own, err := tlog.ProveRecord(tree.N, index, reader)
	must(err)
	demand(fmt.Sprint(own) == fmt.Sprint(proof), "another proof")
}

func (f folder) judge() (err error) {
	defer func() {
		if found, is := recover().(problem); is {
			err = found.error
		}
	}()
	tree := f.tree(f.text("checkpoint"))
	if tree.N == 0 {
		demand(tree.Hash == sha256.Sum256(nil), "an empty tree with another root")
		return nil
	}
	reader := tlog.TileHashReader(tree, f)
	entries := f.entries(tree.N)
	indexes := make([]int64, tree.N)
	for i := range indexes {
		indexes[i] = tlog.StoredHashIndex(0, int64(i))
	}
	leaves, err := reader.ReadHashes(indexes)
	must(err)
	for i, leaf := range leaves {
		demand(leaf == tlog.RecordHash(entries[i]), "entry %d is not the leaf", i)
	}
	// Every tile that the tree has, also those that no hash above was taken from. Go's logs keep every
	// width that a tile ever had, tlog-tiles only the widest.
	all := tlog.NewTiles(height, 0, tree.N)
	for i, tile := range all {
		if i+1 < len(all) && all[i+1].L == tile.L && all[i+1].N == tile.N {
			continue
		}
		stored, err := f.ReadTiles([]tlog.Tile{tile})
		must(err)
		data, err := tlog.ReadTileData(tile, reader)
		must(err)
		demand(bytes.Equal(data, stored[0]), "tile %s differs", tile.Path())
	}
	proofs, err := filepath.Glob(filepath.Join(string(f), "proofs", "*"))
	must(err)
	demand(len(proofs) > 0, "no proofs")
	for _, name := range proofs {
		f.proof(f.text("proofs/"+filepath.Base(name)), entries, reader)
	}
	grown, err := filepath.Glob(filepath.Join(string(f), "grown", "*"))
	must(err)
	for _, name := range grown {
		path, checkpoint, found := strings.Cut(f.text("grown/"+filepath.Base(name)), "\n\n")
		demand(found, "no checkpoint")
		old := f.tree(checkpoint)
		proof := tlog.TreeProof(hashes(path))
		must(tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash))
	}
	return nil
}

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, errors.New("judge FOLDER..."))
		os.Exit(2)
	}
	for _, name := range os.Args[1:] {
		if err := folder(name).judge(); err != nil {
			fmt.Printf("%s\t%s\n", name, strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Printf("%s\tok\n", name)
		}
	}
}
