package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// toCSV has a line a row; the columns are all fields that any row has, by name.
func toCSV(participants []participant) ([]byte, error) {
	names := make(map[string]struct{})
	for _, p := range participants {
		for name := range p {
			names[name] = struct{}{}
		}
	}
	columns := slices.Sorted(maps.Keys(names))
	var text bytes.Buffer
	text.WriteString("\uFEFF")
	out := csv.NewWriter(&text)
	out.UseCRLF = true
	line := make([]string, len(columns))
	for i, name := range columns {
		line[i] = harmless(name)
	}
	if err := out.Write(line); err != nil {
		return nil, err
	}
	for _, p := range participants {
		for i, name := range columns {
			line[i] = cell(p[name])
		}
		if err := out.Write(line); err != nil {
			return nil, err
		}
	}
	out.Flush()
	return text.Bytes(), out.Error()
}

func cell(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case string:
		return harmless(value)
	case json.Number:
		return harmless(value.String())
	default:
		text, _ := json.Marshal(value)
		return string(text)
	}
}

// harmless keeps a spreadsheet from running a cell as a formula.
func harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		return "'" + text
	}
	return text
}
