package main

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"time"
)

var identifiers = [...]string{"participant_user_id", "id", "registrant_id", "email", "user_name"}

// participant is one row of Zoom's: every field, documented or not.
type participant map[string]any

type entry struct {
	Name           string     `json:"name"`
	Email          string     `json:"email"`
	Role           string     `json:"role"`
	FirstJoin      *time.Time `json:"first_join"`
	LastLeave      *time.Time `json:"last_leave"`
	Minutes        float64    `json:"minutes"`
	Sessions       int        `json:"sessions"`
	ShareOfMeeting float64    `json:"share_of_meeting"`
	MatchedBy      string     `json:"matched_by,omitempty"`
}

type stay struct{ join, leave time.Time }

type person struct {
	row       participant
	matchedBy string
	stays     []stay
}

func parse(rows []json.RawMessage) ([]participant, error) {
	participants := make([]participant, len(rows))
	for i, row := range rows {
		decoder := json.NewDecoder(bytes.NewReader(row))
		decoder.UseNumber()
		if err := decoder.Decode(&participants[i]); err != nil {
			return nil, err
		}
	}
	return participants, nil
}

func (p participant) text(field string) string {
	text, _ := p[field].(string)
	return strings.TrimSpace(text)
}

// identity returns the strongest identifier that a row has: who it is about.
func (p participant) identity() (field, value string) {
	for _, field := range identifiers {
		if value := p.text(field); value != "" {
			if field == "email" || field == "user_name" {
				value = strings.ToLower(value)
			}
			return field, value
		}
	}
	return "", ""
}

// attendance has one entry a person; two devices at once do not count twice.
func attendance(participants []participant, m meeting) []entry {
	var people []*person
	known := make(map[[2]string]*person)
	for _, row := range participants {
		field, value := row.identity()
		key := [2]string{field, value}
		someone := known[key]
		if someone == nil {
			someone = &person{row: row, matchedBy: field}
			people = append(people, someone)
			if field != "" {
				known[key] = someone
			}
		}
		if join, err := time.Parse(time.RFC3339, row.text("join_time")); err == nil && row.text("status") != "in_waiting_room" {
			leave, err := time.Parse(time.RFC3339, row.text("leave_time"))
			if err != nil {
				leave = m.EndTime
			}
			someone.stays = append(someone.stays, stay{join, leave})
		}
	}
	entries := make([]entry, len(people))
	for i, someone := range people {
		entries[i] = someone.entry(m)
	}
	slices.SortStableFunc(entries, func(one, other entry) int { return strings.Compare(one.Name, other.Name) })
	return entries
}

func (p *person) entry(m meeting) entry {
	slices.SortFunc(p.stays, func(one, other stay) int { return one.join.Compare(other.join) })
	var present []stay
	for _, s := range p.stays {
		if n := len(present); n > 0 && !s.join.After(present[n-1].leave) {
			if s.leave.After(present[n-1].leave) {
				present[n-1].leave = s.leave
			}
		} else {
			present = append(present, s)
		}
	}
	var total time.Duration
	for _, s := range present {
		total += s.leave.Sub(s.join)
	}
	length := m.EndTime.Sub(m.StartTime)
	e := entry{
		Name:           p.row.text("user_name"),
		Email:          p.row.text("email"),
		Role:           p.row.text("role"),
		Minutes:        math.Floor(total.Minutes()*100) / 100,
		Sessions:       len(present),
		ShareOfMeeting: math.Floor(float64(min(total, length))/float64(length)*1e4) / 1e4,
		MatchedBy:      p.matchedBy,
	}
	if n := len(present); n > 0 {
		e.FirstJoin, e.LastLeave = &present[0].join, &present[n-1].leave
	}
	return e
}
